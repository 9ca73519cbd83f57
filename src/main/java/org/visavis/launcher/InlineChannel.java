package org.visavis.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;

/**
 * A connection that makes few system calls. It reads up to 4 KiB in one call and passes them to Tomcat in pieces that fit
 * Tomcat's small buffers.
 *
 * <p>A turn ends after a share of bytes or of time, and the next turn reads the rest. Tomcat itself would read on for as long
 * as the client sends. Tomcat reuses a channel for other connections.
 */
final class InlineChannel extends NioChannel implements PolledChannel {
    /** Bytes per system call. Much less than a share, as they can be many messages, and time is checked only between calls. */
    private static final int READ_BYTES = 4_096;

    /** One buffer per thread that reads. */
    private static final ThreadLocal<ByteBuffer> ARRIVALS =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(READ_BYTES));

    private final Mark readAhead = new Mark();

    /** What was read from the socket and Tomcat has not taken yet. Null outside a turn. Used under the connection's lock. */
    private ByteBuffer arrived;

    /** How many bytes may still be read in this turn. */
    private int share;

    private long begun;

    InlineChannel(SocketBufferHandler buffers) {
        super(buffers);
    }

    @Override
    public Mark readAhead() {
        return readAhead;
    }

    @Override
    public void begin() {
        arrived = ARRIVALS.get().limit(0);
        share = SHARE_BYTES;
        begun = System.nanoTime();
    }

    /**
     * Drops what is left in the buffer: it follows a close frame or an error, so nobody needs it. The selector reports what is
     * left in the socket.
     */
    @Override
    public boolean end() {
        arrived = null;
        return false;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (arrived == null) {
            return super.read(target);
        }
        if (!arrived.hasRemaining() && mayReadOn()) {
            int arrivals = super.read(arrived.clear());
            arrived.flip();
            if (arrivals < 0) {
                return arrivals;
            }
            share = arrivals < READ_BYTES ? 0 : share - arrivals; // a short read has emptied the socket
        }
        int count = Math.min(arrived.remaining(), target.remaining());
        target.put(target.position(), arrived, arrived.position(), count).position(target.position() + count);
        arrived.position(arrived.position() + count);
        return count;
    }

    private boolean mayReadOn() {
        return share == SHARE_BYTES || (share > 0 && System.nanoTime() - begun < SHARE_TIME);
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        return Frame.fits(sources, offset, length)
                ? Frame.write(sources, offset, length, this, arrived == null)
                : super.write(sources, offset, length);
    }
}
