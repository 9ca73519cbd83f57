package org.visavis.launcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
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

    @Override
    public boolean processSocket(SocketWrapperBase<NioChannel> connection, SocketEvent event, boolean dispatch) {
        if (event == SocketEvent.OPEN_READ
                && isWebSocket(connection)
                && connection.getSocket() instanceof Channel channel
                && !connection.isWritePending() // a close would wait until that is written
                && connection.getLock().tryLock()) {
            channel.share = Channel.SHARE_BYTES;
            try {
                return super.processSocket(connection, event, false);
            } finally {
                channel.share = Channel.UNLIMITED;
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

    /** Gives each connection its share of the thread: Tomcat reads on as long as anything comes. */
    private static final class Channel extends NioChannel {
        /** What is read of one connection before it is another's turn: in short messages, a millisecond or two of work. */
        static final int SHARE_BYTES = 16_384;

        static final int UNLIMITED = Integer.MAX_VALUE;

        /** How much may still be read; used by the thread that has the lock of the connection. */
        private int share = UNLIMITED;

        Channel(SocketBufferHandler buffers) {
            super(buffers);
        }

        /** For a new connection: Tomcat uses channels again. */
        @Override
        public void reset(SocketChannel socket, NioSocketWrapper connection) throws IOException {
            super.reset(socket, connection);
            share = UNLIMITED;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            if (share == 0) {
                return 0;
            }
            int wanted = target.remaining();
            int count = super.read(target);
            if (share != UNLIMITED) { // after less than was wanted there is nothing, which saves asking for it
                share = count < wanted ? 0 : Math.max(0, share - count);
            }
            return count;
        }
    }
}
