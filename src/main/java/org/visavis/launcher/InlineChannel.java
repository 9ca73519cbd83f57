package org.visavis.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * A connection that asks little of the system. Reads what has come at once, since each read is a call of the system, and lets
 * Tomcat have it in the small pieces that its buffers take; what has not been read then waits for the next turn: Tomcat would
 * read on for as long as anything comes. Writes the head and the body of a frame as one piece.
 *
 * <p>Tomcat uses it again, for another connection.
 */
final class InlineChannel extends NioChannel {
    /** What is read of one connection before it is another's turn: in short messages, a millisecond or two of work. */
    private static final int SHARE_BYTES = 16_384;

    /** Of the thread that reads. */
    private static final ThreadLocal<ByteBuffer> ARRIVALS = buffers();

    /** Of a thread that writes, which may be in the middle of reading. */
    private static final ThreadLocal<ByteBuffer> DEPARTURES = buffers();

    /** What has come and has not been taken yet; null while it is not this connection's turn. Used under its lock. */
    private ByteBuffer arrived;

    private boolean hasRead;

    /** The connection, if it has been read before the thread that waits came to it. Used by that thread alone. */
    private SocketWrapperBase<?> readAhead;

    InlineChannel(SocketBufferHandler buffers) {
        super(buffers);
    }

    private static ThreadLocal<ByteBuffer> buffers() {
        return ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(SHARE_BYTES));
    }

    /** From here to {@link #end} reads are those of one turn. */
    void begin() {
        arrived = ARRIVALS.get().limit(0);
        hasRead = false;
    }

    /** What is left in the buffer stands behind a close frame or an error: nobody wants it. */
    void end() {
        arrived = null;
    }

    /** This connection is read before the thread that waits comes to it. */
    void beginReadAhead(SocketWrapperBase<?> connection) {
        readAhead = connection;
    }

    boolean isReadAhead(SocketWrapperBase<?> connection) {
        return readAhead == connection; // not a mark by itself: that might have been meant for another one before this
    }

    /** That thread has come to it. Whether it was read before. */
    boolean endReadAhead(SocketWrapperBase<?> connection) {
        boolean was = isReadAhead(connection);
        readAhead = null;
        return was;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (arrived == null) {
            return super.read(target);
        }
        if (!hasRead) {
            hasRead = true;
            int arrivals = super.read(arrived.clear());
            arrived.flip();
            if (arrivals < 0) {
                return arrivals;
            }
        }
        int count = Math.min(arrived.remaining(), target.remaining());
        target.put(target.position(), arrived, arrived.position(), count).position(target.position() + count);
        arrived.position(arrived.position() + count);
        return count;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        int bytes = 0;
        for (int i = offset; i < offset + length; i++) {
            bytes += sources[i].remaining();
        }
        if (bytes == 0 || bytes > SHARE_BYTES) { // Tomcat asks once more when all is written
            return super.write(sources, offset, length);
        }
        ByteBuffer frame = DEPARTURES.get().clear();
        for (int i = offset; i < offset + length; i++) {
            frame.put(sources[i].duplicate());
        }
        int written = write(frame.flip());
        int left = written;
        for (int i = offset; left > 0; i++) {
            int part = Math.min(left, sources[i].remaining());
            sources[i].position(sources[i].position() + part);
            left -= part;
        }
        return written;
    }
}
