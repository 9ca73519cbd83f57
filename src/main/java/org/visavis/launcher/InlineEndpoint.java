package org.visavis.launcher;

import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.util.Set;
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
 * <p>Where something has come for several at once, they are read in one {@link Turn}: the first to which that thread comes
 * brings the others, and when it comes to those, there is nothing left to do. So a turn ends with the call that it began in,
 * and nothing is left waiting, whatever becomes of the others.
 *
 * <p>That thread must not wait: an endpoint of ours never does, and Tomcat, which answers pings and closes in it, does not
 * for long (Connections, MAX_BLOCKING_TIME). docs/decisions/0009-read-where-one-waits.md has the reasons, and
 * 0012-read-then-send.md those of turns.
 */
final class InlineEndpoint extends NioEndpoint {
    /** How Tomcat ends the name of the thread that waits; no other may look at what is ready. */
    private static final String WAITING_THREAD = "-Poller";

    @Override
    public boolean processSocket(SocketWrapperBase<NioChannel> connection, SocketEvent event, boolean dispatch) {
        if (event == SocketEvent.OPEN_READ
                && connection.getSocket() instanceof InlineChannel channel
                && Thread.currentThread().getName().endsWith(WAITING_THREAD)) {
            if (channel.endReadAhead(connection)) {
                return true;
            }
            if (beginRead(connection)) {
                return Turn.take(() -> {
                    boolean goesOn = read(connection, channel);
                    readAhead(((NioSocketWrapper) connection)
                            .getPoller()
                            .getSelector()
                            .selectedKeys());
                    return goesOn;
                });
            }
        }
        return super.processSocket(connection, event, dispatch);
    }

    /** @param ready those to which the thread that waits has not come yet; it takes them out itself */
    private void readAhead(Set<SelectionKey> ready) {
        for (SelectionKey key : ready) {
            if (isReadable(key)
                    && key.attachment() instanceof NioSocketWrapper connection
                    && connection.getSocket() instanceof InlineChannel channel
                    && !channel.isReadAhead(connection)
                    && beginRead(connection)) {
                channel.beginReadAhead(connection);
                if (!read(connection, channel)) {
                    connection.close();
                }
            }
        }
    }

    /** And nothing else: what waits to be written is another matter. */
    private static boolean isReadable(SelectionKey key) {
        try {
            return key.readyOps() == SelectionKey.OP_READ;
        } catch (CancelledKeyException closed) { // by another thread, just now
            return false;
        }
    }

    /** Whether this thread may read it; it has the connection's lock then. */
    private static boolean beginRead(SocketWrapperBase<NioChannel> connection) {
        return connection.getCurrentProcessor() instanceof Processor processor
                && processor.isUpgrade() // a WebSocket
                && !connection.isWritePending() // a close would wait until that is written
                && connection.getLock().tryLock();
    }

    /** Gives the lock back. Whether the connection is to be kept. */
    private boolean read(SocketWrapperBase<NioChannel> connection, InlineChannel channel) {
        channel.begin();
        try {
            return super.processSocket(connection, SocketEvent.OPEN_READ, false);
        } finally {
            channel.end();
            connection.getLock().unlock();
        }
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return isSSLEnabled() ? super.createChannel(buffers) : new InlineChannel(buffers);
    }
}
