package org.visavis.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;

/**
 * The counterpart of {@link InlineChannel} over TLS. A turn ends after a share of bytes or of time here, too. Another thread
 * handles what Tomcat has read by then and not yet decrypted, since the selector does not report it any more.
 */
final class InlineTlsChannel extends SecureNioChannel implements PolledChannel {
    private final Mark readAhead = new Mark();

    /** Whether a turn is under way. This field and those below are used under the connection's lock. */
    private boolean reading;

    /** How many bytes may still be read in this turn; a little below zero after a record that was longer. */
    private int share;

    private long begun;

    private boolean more;

    InlineTlsChannel(SocketBufferHandler buffers, InlineEndpoint endpoint) {
        super(buffers, endpoint);
    }

    @Override
    public Mark readAhead() {
        return readAhead;
    }

    @Override
    public void begin() {
        reading = true;
        share = SHARE_BYTES;
        begun = System.nanoTime();
        more = false;
    }

    @Override
    public boolean end() {
        reading = false;
        return more;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!reading) {
            return super.read(target);
        }
        if (share < SHARE_BYTES && (share <= 0 || System.nanoTime() - begun >= SHARE_TIME)) {
            more = true;
            return 0;
        }
        int count = super.read(target);
        share -= Math.max(count, 0);
        return count;
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        return Frame.fits(sources, offset, length)
                ? Frame.write(sources, offset, length, this, !reading)
                : super.write(sources, offset, length);
    }
}
