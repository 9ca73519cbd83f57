package org.visavis.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.visavis.log.OncePerMinute;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ProtocolException;
import org.visavis.room.MemoryPool;
import org.visavis.room.RoomListener;
import org.visavis.settings.ServerLimits;

/**
 * Watches the memory of all messages that wait on this server: in outboxes, for their remaining parts, or in inboxes. If
 * they take too much, it first ends connections that send more than they may, then those without progress, the longest
 * wait first. It never ends one that reads as long as another one floods or does not read.
 *
 * <p>Thread-safe.
 */
final class Traffic {
    /** Pause after a check that freed too little, in milliseconds, since each check looks at all connections. */
    private static final long PAUSE = 100;

    /** Why a connection may be cut; otherwise the network has done it. */
    private static final List<ErrorCode> EVICTIONS = List.of(ErrorCode.TOO_SLOW, ErrorCode.SERVER_FULL);

    private final Collection<Connection> open;
    private final MemoryPool memory;
    private final int sendRate;
    private final LongSupplier clock;
    private final OncePerMinute warning;
    private final RoomListener listener;

    /** Whether a thread checks; it alone uses the field below. Not a lock, since closing a connection may lead back here. */
    private final AtomicBoolean looking = new AtomicBoolean();

    private long nextLook;

    /**
     * Starts before the first connection.
     *
     * @param open all open connections, as they come and go
     * @param limits of one connection, and of all together
     * @param clock milliseconds, never running backwards
     * @param warning logs that memory is short
     * @param listener is told of messages and errors
     */
    Traffic(
            Collection<Connection> open,
            ServerLimits limits,
            LongSupplier clock,
            OncePerMinute warning,
            RoomListener listener) {
        this.listener = listener;
        this.open = open;
        this.memory = new MemoryPool(limits.waitingMemory());
        this.sendRate = limits.sendRate();
        this.clock = clock;
        this.warning = warning;
        nextLook = clock.getAsLong();
    }

    /** How much a new connection may send. */
    SendAllowance allowance() {
        return SendAllowance.of(sendRate, clock);
    }

    /** Starts sends as this sender does, and tells of each. */
    BiConsumer<String, SendHandler> sender(BiConsumer<String, SendHandler> sender) {
        return (text, completion) -> {
            listener.sent(text);
            sender.accept(text, completion);
        };
    }

    /** A client at this address, which is null if unknown, is told of an error. */
    void failed(ErrorCode code, String address) {
        listener.failed(code, address);
    }

    /** A connection is cut. */
    void cut(CloseReason why) {
        for (ErrorCode code : EVICTIONS) {
            if (code.code().equals(why.getReasonPhrase())) {
                listener.evicted(code);
            }
        }
    }

    /** How many messages wait in all outboxes. */
    long waiting() {
        return open.stream().mapToLong(Connection::waiting).sum();
    }

    /** The memory of all waiting messages. */
    MemoryPool memory() {
        return memory;
    }

    /** Ends some connections if too much waits. Does not block. Never called with a lock held. */
    void relieve() {
        if (!memory.isExceeded() || !looking.compareAndSet(false, true)) { // a check under way serves all
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
            one.connection.cut();
        }
    }

    private record HeldUp(Connection connection, long millis) {}
}
