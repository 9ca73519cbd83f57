package org.visavis.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.function.LongSupplier;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ProtocolException;
import org.visavis.room.MemoryPool;

/**
 * Assembles the messages of one connection. They come in parts so that no session needs a buffer for the longest one. Their
 * length is checked here since WildFly and Open Liberty ignore {@code maxMessageSize}. A refused message is read to its end
 * and dropped before the client is told: a client that still writes into a closed connection gets a TCP reset instead of the
 * answer.
 */
final class MessageAssembler {
    /** Maximum length of a message, in UTF-16 code units. A session description of many transceivers has about 20,000. */
    static final int MAX_LENGTH = 64 * 1024;

    /** How much of a refused message is read at most, in code units or bytes. */
    static final int MAX_READ = 4 * 1024 * 1024;

    private final MemoryPool memory;
    private final LongSupplier clock;

    /** How long the longest message may take when memory is short, in milliseconds: 13 KB a second. */
    static final long MAX_TIME = 5_000;

    @GuardedBy("this")
    private StringBuilder incomplete;

    /** When the first part came. */
    @GuardedBy("this")
    private long begunAt;

    /** The length of what has come of a message. */
    @GuardedBy("this")
    private int length;

    /**
     * Starts before the first message.
     *
     * @param memory of all waiting messages on this server
     * @param clock milliseconds, never running backwards
     */
    MessageAssembler(MemoryPool memory, LongSupplier clock) {
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * Takes a part of a text message.
     *
     * @return the complete message, or null while it is incomplete
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
     * @throws ProtocolException {@link ErrorCode#BINARY_MESSAGE} once the message has been read
     */
    synchronized void binary(int size, boolean last) {
        length += size;
        if (last || length > MAX_READ) {
            throw new ProtocolException(ErrorCode.BINARY_MESSAGE);
        }
    }

    /** By how many milliseconds an incomplete message exceeds {@link #MAX_TIME}; 0 if none does. */
    synchronized long heldUp() {
        return incomplete == null ? 0 : Math.max(0, clock.getAsLong() - begunAt - MAX_TIME);
    }

    /** Drops what has come of an incomplete message. */
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

    /** Cost in bytes: a builder has up to twice the space that it needs, and most characters take two bytes. */
    private static long costOf(int length) {
        return 100 + 4L * length;
    }
}
