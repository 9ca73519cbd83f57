package org.visavis.websocket;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.visavis.log.OncePerMinute;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ProtocolException;
import org.visavis.room.MemoryPool;
import org.visavis.settings.ServerLimits;

/**
 * What waits on this server: messages for those who read slowly, for the rest of them, or for their turn. Where that takes more
 * memory than it may, first those go who say more than they may, then those with whom it has stood still for longest: never
 * one who reads, as long as there is one who floods or does not read.
 *
 * <p>Safe for use by many threads.
 */
final class Traffic {
    /** After a look that found too little, the next one, in milliseconds: each looks at all connections. */
    private static final long PAUSE = 100;

    private final Collection<Connection> open;
    private final MemoryPool memory;
    private final int sendRate;
    private final LongSupplier clock;
    private final OncePerMinute warning;

    /** Whether a thread looks; it alone uses what is below. Not a lock, as whoever is sent away may lead back here. */
    private final AtomicBoolean looking = new AtomicBoolean();

    private long nextLook;

    /**
     * Before the first connection.
     *
     * @param open all connections, as they come and go
     * @param limits of one connection, and of all together
     * @param clock milliseconds, never running backwards
     * @param warning told that there is too little
     */
    Traffic(Collection<Connection> open, ServerLimits limits, LongSupplier clock, OncePerMinute warning) {
        this.open = open;
        this.memory = new MemoryPool(limits.waitingMemory());
        this.sendRate = limits.sendRate();
        this.clock = clock;
        this.warning = warning;
        nextLook = clock.getAsLong();
    }

    /** How much a new connection may say. */
    SendAllowance allowance() {
        return SendAllowance.of(sendRate, clock);
    }

    /** What waits. */
    MemoryPool memory() {
        return memory;
    }

    /** Sends some away where too much waits. Does not block; never called with a lock held. */
    void relieve() {
        if (!memory.isExceeded() || !looking.compareAndSet(false, true)) { // who looks already does so for all
            return;
        }
        try {
            if (clock.getAsLong() >= nextLook) {
                warning.log(
                        "Messages that wait take more memory than they may (visavis.waiting.memory); those who cause it are"
                                + " sent away.");
                sendSomeAway();
                nextLook = memory.isExceeded() ? clock.getAsLong() + PAUSE : nextLook;
            }
        } finally {
            looking.set(false);
        }
    }

    private void sendSomeAway() {
        for (Connection connection : open) {
            if (memory.isExceeded() && connection.isTooFast()) {
                connection.fail(new ProtocolException(ErrorCode.TOO_FAST));
            }
        }
        if (!memory.isExceeded()) {
            return;
        }
        List<HeldUp> heldUp = open.stream()
                .map(connection -> new HeldUp(connection, connection.heldUp()))
                .filter(one -> one.millis > 0)
                .sorted(Comparator.comparing(HeldUp::millis).reversed())
                .toList();
        for (HeldUp one : heldUp) {
            if (!memory.isExceeded()) {
                return;
            }
            one.connection.giveUp();
        }
    }

    private record HeldUp(Connection connection, long millis) {}
}
