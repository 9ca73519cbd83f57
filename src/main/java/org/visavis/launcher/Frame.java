package org.visavis.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.NioChannel;

/**
 * A WebSocket frame that Tomcat writes, head and body apart. They go out as one piece, which is one call of the system, and
 * over TLS one record; and a thread that must not wait does not wait for a client that takes no answers.
 */
final class Frame {
    private static final ThreadLocal<ByteBuffer> PIECES =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(PolledChannel.SHARE_BYTES));

    /** The bit that pings, their answers and closes have in their first byte (RFC 6455, section 5.2). */
    private static final int CONTROL = 0x08;

    /** The shortest head that a server writes. */
    private static final int HEAD_BYTES = 2;

    private Frame() {}

    /** Whether this can be written as one piece. Nothing at all cannot: Tomcat asks once more when all is written. */
    static boolean fits(ByteBuffer[] sources, int offset, int length) {
        int bytes = remaining(sources, offset, length);
        return bytes > 0 && bytes <= PolledChannel.SHARE_BYTES;
    }

    /**
     * Writes several buffers as one, if they {@link #fits fit}.
     *
     * @param sources moved on by what was written
     * @param mayWait whether this thread may wait until the rest is written; else an answer of Tomcat's must go out at once
     * @throws IOException also where such an answer does not
     */
    static int write(ByteBuffer[] sources, int offset, int length, NioChannel channel, boolean mayWait)
            throws IOException {
        boolean now = !mayWait && isControl(sources[offset]);
        int bytes = remaining(sources, offset, length);
        ByteBuffer piece = PIECES.get().clear();
        for (int i = offset; i < offset + length; i++) {
            piece.put(sources[i].duplicate());
        }
        int written = channel.write(piece.flip());
        int left = written;
        for (int i = offset; left > 0; i++) {
            int part = Math.min(left, sources[i].remaining());
            sources[i].position(sources[i].position() + part);
            left -= part;
        }
        if (now && (written < bytes || channel.getOutboundRemaining() > 0)) {
            throw new IOException("The client does not take the answers to what it sends.");
        }
        return written;
    }

    /** Whether a frame begins here that is a ping, an answer to one, or a close. */
    private static boolean isControl(ByteBuffer head) {
        return head.position() == 0 && head.remaining() >= HEAD_BYTES && (head.get(0) & CONTROL) != 0;
    }

    private static int remaining(ByteBuffer[] sources, int offset, int length) {
        int bytes = 0;
        for (int i = offset; i < offset + length; i++) {
            bytes += sources[i].remaining();
        }
        return bytes;
    }
}
