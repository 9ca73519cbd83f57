package org.visavis.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.function.LongSupplier;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ProtocolException;
import org.visavis.room.MemoryPool;

/**
 * Puts the messages of one connection together. They come in parts so that no session needs a buffer for the longest one,
 * and their length is measured here since WildFly and Open Liberty ignore {@code maxMessageSize}. What is refused is read
 * to its end and thrown away before the client hears of it: who still writes into a connection that is closed meanwhile
 * gets a TCP reset instead of the answer.
 */
final class MessageAssembler {
    /** The longest message, in UTF-16 code units. A session description of many transceivers has about 20,000. */
    static final int MAX_LENGTH = 64 * 1024;

    /** The most that is read of a message that is refused, in code units or bytes. */
    static final int MAX_READ = 4 * 1024 * 1024;

    private final MemoryPool memory;
    private final LongSupplier clock;

    /** How long the longest message may take where memory is short, in milliseconds: with 13 KB a second. */
    static final long MAX_TIME = 5_000;

    @GuardedBy("this")
    private StringBuilder incomplete;

    /** When its first part came. */
    @GuardedBy("this")
    private long begunAt;

    /** Of what has come of a message. */
    @GuardedBy("this")
    private int length;

    /**
     * Before the first message.
     *
     * @param memory of all that waits on this server
     * @param clock milliseconds, never running backwards
     */
    MessageAssembler(MemoryPool memory, LongSupplier clock) {
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * Takes a part of a text message.
     *
     * @return the whole message, or null while it is incomplete
     * @throws ProtocolException {@link ErrorCode#MESSAGE_TOO_LARGE}
     */
    synchronized String text(String part, boolean last) {
        length += part.length();
        boolean tooLarge = length > MAX_LENGTH;
        if (!last && length <= MAX_READ) {
            if (tooLarge) {
                drop();
            } else {
                keep(part);
            }
            return null;
        }
        if (tooLarge) {
            throw new ProtocolException(ErrorCode.MESSAGE_TOO_LARGE);
        }
        String whole = incomplete == null ? part : incomplete + part;
        drop();
        length = 0;
        return whole;
    }

    /**
     * Takes a part of a binary message.
     *
     * @param size in bytes
     * @throws ProtocolException {@link ErrorCode#BINARY_MESSAGE} once it has been read
     */
    synchronized void binary(int size, boolean last) {
        length += size;
        if (last || length > MAX_READ) {
            throw new ProtocolException(ErrorCode.BINARY_MESSAGE);
        }
    }

    /** For how many milliseconds longer a message has been incomplete than it may take over a slow network; 0 where there is none. */
    synchronized long heldUp() {
        return incomplete == null ? 0 : Math.max(0, clock.getAsLong() - begunAt - MAX_TIME);
    }

    /** Drops what has come of a message; no more of it may come. */
    synchronized void drop() {
        if (incomplete != null) {
            memory.give(costOf(incomplete.length()));
            incomplete = null;
        }
    }

    @GuardedBy("this")
    private void keep(String part) {
        if (incomplete == null) {
            incomplete = new StringBuilder();
            begunAt = clock.getAsLong();
            memory.take(costOf(0));
        }
        incomplete.append(part);
        memory.take(costOf(incomplete.length()) - costOf(incomplete.length() - part.length()));
    }

    /** In bytes: a builder has up to twice the place that it needs, and two bytes for most characters. */
    private static long costOf(int length) {
        return 100 + 4L * length;
    }
}
