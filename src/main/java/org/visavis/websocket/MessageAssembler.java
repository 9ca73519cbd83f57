package org.visavis.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.visavis.signaling.ErrorCode;
import org.visavis.signaling.ProtocolException;

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

    @GuardedBy("this")
    private StringBuilder incomplete;

    /** Of what has come of a message. */
    @GuardedBy("this")
    private int length;

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
                incomplete = null;
            } else {
                incomplete = (incomplete == null ? new StringBuilder() : incomplete).append(part);
            }
            return null;
        }
        if (tooLarge) {
            throw new ProtocolException(ErrorCode.MESSAGE_TOO_LARGE);
        }
        String whole = incomplete == null ? part : incomplete.append(part).toString();
        incomplete = null;
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
}
