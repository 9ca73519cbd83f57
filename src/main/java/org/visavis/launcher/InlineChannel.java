package org.visavis.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;

/**
 * A connection that asks little of the system. Reads what has come at once, since each read is a call of the system, and lets
 * Tomcat have it in the small pieces that its buffers take. A turn ends after a share of bytes and of time; what has not been
 * read then waits for the next one: Tomcat would read on for as long as anything comes.
 *
 * <p>Tomcat uses it again, for another connection.
 */
final class InlineChannel extends NioChannel implements PolledChannel {
    /** What is read at once. Much less than a share, as it can be many messages, and time is looked at in between only. */
    private static final int READ_BYTES = 4_096;

    /** Of the thread that reads. */
    private static final ThreadLocal<ByteBuffer> ARRIVALS =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(READ_BYTES));

    private final Mark readAhead = new Mark();

    /** What has come and has not been taken yet; null while it is not this connection's turn. Used under its lock. */
    private ByteBuffer arrived;

    /** What may still be read in this turn. */
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

    /** What is left in the buffer stands behind a close frame or an error: nobody wants it. The system tells of what is left there. */
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
            share = arrivals < READ_BYTES ? 0 : share - arrivals; // less than there was room for is all
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
