package org.visavis.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;

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

    /** Writes some of a piece. */
    interface Writer {
        int write(ByteBuffer piece) throws IOException;
    }

    private Frame() {}

    /** Whether what is to be written begins here with a ping, an answer to one, or a close. */
    static boolean isControl(ByteBuffer[] sources, int offset) {
        ByteBuffer head = sources[offset];
        return head.position() == 0 && head.remaining() >= HEAD_BYTES && (head.get(0) & CONTROL) != 0;
    }

    /** How many bytes are to be written. */
    static int remaining(ByteBuffer[] sources, int offset, int length) {
        int bytes = 0;
        for (int i = offset; i < offset + length; i++) {
            bytes += sources[i].remaining();
        }
        return bytes;
    }

    /**
     * Writes several buffers as one.
     *
     * @param sources with {@link PolledChannel#SHARE_BYTES} at most, moved on by what was written
     */
    static int write(ByteBuffer[] sources, int offset, int length, Writer writer) throws IOException {
        ByteBuffer piece = PIECES.get().clear();
        for (int i = offset; i < offset + length; i++) {
            piece.put(sources[i].duplicate());
        }
        int written = writer.write(piece.flip());
        int left = written;
        for (int i = offset; left > 0; i++) {
            int part = Math.min(left, sources[i].remaining());
            sources[i].position(sources[i].position() + part);
            left -= part;
        }
        return written;
    }
}
