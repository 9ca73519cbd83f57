package org.visavis.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The connections of Tomcat, of which those of WebSocket are read in the one thread that waits for all. Tomcat would wake
 * another, and that takes longer than to relay a message does. All else goes Tomcat's usual way: requests, handshakes, what
 * is written later, and connections that another thread is busy with.
 *
 * <p>That thread must not wait: an endpoint of ours never does, and Tomcat, which answers pings and closes in it, does not
 * for long (Connections, MAX_BLOCKING_TIME). docs/decisions/0009-read-where-one-waits.md has the reasons.
 */
final class InlineEndpoint extends NioEndpoint {

    /** Of the thread that reads. */
    private final ThreadLocal<ByteBuffer> arrivals =
            ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(Channel.SHARE_BYTES));

    @Override
    public boolean processSocket(SocketWrapperBase<NioChannel> connection, SocketEvent event, boolean dispatch) {
        if (event == SocketEvent.OPEN_READ
                && isWebSocket(connection)
                && connection.getSocket() instanceof Channel channel
                && !connection.isWritePending() // a close would wait until that is written
                && connection.getLock().tryLock()) {
            channel.begin(arrivals.get());
            try {
                return super.processSocket(connection, event, false);
            } finally {
                channel.end();
                connection.getLock().unlock();
            }
        }
        return super.processSocket(connection, event, dispatch);
    }

    private static boolean isWebSocket(SocketWrapperBase<NioChannel> connection) {
        return connection.getCurrentProcessor() instanceof Processor processor && processor.isUpgrade();
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return isSSLEnabled() ? super.createChannel(buffers) : new Channel(buffers);
    }

    /**
     * Reads what has come for a connection at once, since each read is a call of the system, and lets Tomcat have it in the
     * small pieces that its buffers take. What has not been read then waits for the next turn: Tomcat would read on for as
     * long as anything comes.
     */
    private static final class Channel extends NioChannel {
        /** What is read of one connection before it is another's turn: in short messages, a millisecond or two of work. */
        static final int SHARE_BYTES = 16_384;

        /** What has come and has not been taken yet; null while it is not this connection's turn. Used under its lock. */
        private ByteBuffer arrived;

        private boolean hasRead;

        Channel(SocketBufferHandler buffers) {
            super(buffers);
        }

        /** @param arrivals is used until {@link #end} */
        void begin(ByteBuffer arrivals) {
            arrived = arrivals.limit(0);
            hasRead = false;
        }

        /** What is left in the buffer stands behind a close frame or an error: nobody wants it. */
        void end() {
            arrived = null;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            if (arrived == null) {
                return super.read(target);
            }
            if (!hasRead) {
                hasRead = true;
                int count = super.read(arrived.clear());
                arrived.flip();
                if (count < 0) {
                    return count;
                }
            }
            int count = Math.min(arrived.remaining(), target.remaining());
            target.put(target.position(), arrived, arrived.position(), count).position(target.position() + count);
            arrived.position(arrived.position() + count);
            return count;
        }
    }
}
