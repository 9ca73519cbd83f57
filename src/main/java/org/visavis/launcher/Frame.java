package org.visavis.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.NioChannel;

/**
 * A WebSocket frame that Tomcat writes, with its header and its payload in separate buffers. This class joins them, so that
 * a frame takes one system call and, over TLS, one record. It also ends a connection whose client does not read Tomcat's
 * answers, if the thread must not wait for that client.
 */
final class Frame {
    private static final ThreadLocal<ByteBuffer> PIECES =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(PolledChannel.SHARE_BYTES));

    /** The bit in the first byte of a frame that marks pings, pongs and closes (RFC 6455, section 5.2). */
    private static final int CONTROL = 0x08;

    /** The shortest header that a server writes. */
    private static final int HEAD_BYTES = 2;

    private Frame() {}

    /** Whether the buffers can be written as one piece. Empty ones cannot: Tomcat asks again after all is written. */
    static boolean fits(ByteBuffer[] sources, int offset, int length) {
        int bytes = remaining(sources, offset, length);
        return bytes > 0 && bytes <= PolledChannel.SHARE_BYTES;
    }

    /**
     * Writes several buffers as one. The caller has checked that they {@link #fits fit}.
     *
     * @param sources whose positions advance by what was written
     * @param mayWait whether this thread may wait for the rest to be written; if not, a control frame must go out at once
     * @throws IOException also if such a control frame does not go out at once
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

    /** Whether a ping, a pong or a close frame begins here. */
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
