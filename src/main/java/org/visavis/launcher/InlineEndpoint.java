package org.visavis.launcher;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.util.List;
import java.util.Set;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The connections of Tomcat, of which those of WebSocket are read by the poller, the one thread that waits for all. Tomcat
 * would wake another, and that takes longer than to relay a message does. All else goes Tomcat's usual way: requests,
 * handshakes, what is written later, and connections that another thread is busy with.
 *
 * <p>Where something has come for several at once, they are read in one {@link PollerPass}: the first to which the poller comes
 * brings the others, and when it comes to those, there is nothing left to do. So a pass ends with the call that it began in,
 * and nothing is left waiting, whatever becomes of the others.
 *
 * <p>The poller must not wait: an endpoint of ours never does, and an answer of Tomcat's (to a ping or a close) that would have
 * to wait ends its connection ({@link Frame}). The reasons are in
 * docs/decisions/0009-read-on-the-poller.md.
 */
final class InlineEndpoint extends GuardedEndpoint {
    /** Whether a thread is a poller: it has been in its loop since it began, and stays there. */
    private static final ThreadLocal<Boolean> IS_POLLER =
            ThreadLocal.withInitial(() -> StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                    .walk(frames -> frames.anyMatch(frame -> frame.getDeclaringClass() == Poller.class)));

    /** @param secure whether connections come over TLS */
    InlineEndpoint(boolean secure) {
        super(secure);
    }

    /**
     * Looks for what this class needs and Tomcat does not promise. What is not there would be missed by the poller, in the middle
     * of a call.
     *
     * @throws ReflectiveOperationException which names what the Tomcat that runs here has not got
     */
    static void verify() throws ReflectiveOperationException {
        List<Method> needed = List.of(
                NioEndpoint.class.getMethod("processSocket", SocketWrapperBase.class, SocketEvent.class, boolean.class),
                NioEndpoint.class.getDeclaredMethod("createChannel", SocketBufferHandler.class),
                SocketWrapperBase.class.getMethod("getLock"),
                SocketWrapperBase.class.getMethod("getCurrentProcessor"),
                SocketWrapperBase.class.getMethod("isWritePending"),
                NioSocketWrapper.class.getMethod("getPoller"),
                Poller.class.getMethod("getSelector"),
                Processor.class.getMethod("isUpgrade"));
        for (Method method : needed.subList(0, 2)) { // which are overridden here
            if (Modifier.isFinal(method.getModifiers())) {
                throw new NoSuchMethodException(method + " that can be overridden");
            }
        }
    }

    @Override
    public boolean processSocket(SocketWrapperBase<NioChannel> connection, SocketEvent event, boolean dispatch) {
        if (event == SocketEvent.OPEN_READ
                && connection.getSocket() instanceof PolledChannel channel
                && IS_POLLER.get()) {
            if (channel.readAhead().take(connection)) {
                return true;
            }
            if (beginRead(connection)) {
                return PollerPass.take(() -> {
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

    /** @param ready those to which the poller has not come yet; it takes them out itself */
    private void readAhead(Set<SelectionKey> ready) {
        for (SelectionKey key : ready) {
            if (isReadable(key)
                    && key.attachment() instanceof NioSocketWrapper connection
                    && connection.getSocket() instanceof PolledChannel channel
                    && !channel.readAhead().is(connection)
                    && beginRead(connection)) {
                channel.readAhead().set(connection);
                PollerPass.pause();
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
    private boolean read(SocketWrapperBase<NioChannel> connection, PolledChannel channel) {
        boolean more = false;
        boolean goesOn;
        channel.begin();
        try {
            goesOn = super.processSocket(connection, SocketEvent.OPEN_READ, false);
        } finally {
            more = channel.end();
            connection.getLock().unlock();
        }
        return more ? goesOn && super.processSocket(connection, SocketEvent.OPEN_READ, true) : goesOn;
    }

    @Override
    boolean isWatched() {
        return !IS_POLLER.get(); // it has a share of its own for each connection
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return isSSLEnabled() ? new InlineTlsChannel(buffers, this) : new InlineChannel(buffers);
    }
}
