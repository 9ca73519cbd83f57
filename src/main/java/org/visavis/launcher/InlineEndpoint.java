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
 * Tomcat's endpoint, changed so that the poller thread, which waits for all connections, also reads WebSocket connections.
 * Tomcat would wake another thread, which takes longer than relaying a message. Everything else is done as in any Tomcat:
 * requests, HTTP/2, handshakes, writes that are completed later, and connections that another thread is busy with.
 *
 * <p>If several connections are ready at once, the poller reads them in one {@link PollerPass}. The pass begins when the
 * poller handles the first of them, and reads the others ahead. When the poller comes to those, nothing is left to do. So a
 * pass ends within the call in which it began, and no send is left waiting, whatever happens to the other connections.
 *
 * <p>The poller must not wait. Our endpoints never do. If one of Tomcat's answers (to a ping or a close) would have to wait,
 * the connection ends instead ({@link Frame}). docs/decisions/0009-read-on-the-poller.md has the reasons.
 */
final class InlineEndpoint extends GuardedEndpoint {
    /** Whether the current thread is a poller. It never leaves its loop, so one look at its stack is enough. */
    private static final ThreadLocal<Boolean> IS_POLLER =
            ThreadLocal.withInitial(() -> StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                    .walk(frames -> frames.anyMatch(frame -> frame.getDeclaringClass() == Poller.class)));

    /** @param secure whether connections use TLS */
    InlineEndpoint(boolean secure, SocketBudget sockets) {
        super(secure, sockets);
    }

    /**
     * Checks that Tomcat has the methods that this class needs and Tomcat does not promise. Without this check the poller
     * would fail in the middle of a call.
     *
     * @throws ReflectiveOperationException names what this version of Tomcat lacks
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
                Processor.class.getMethod("isUpgrade"),
                Processor.class.getMethod("getUpgradeToken"));
        for (Method method : needed.subList(0, 2)) { // this class overrides these
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

    /** @param ready the connections that the poller has not handled yet; it removes them from the set itself */
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

    /** Whether the connection can be read and nothing else is to be done: pending writes are left to Tomcat. */
    private static boolean isReadable(SelectionKey key) {
        try {
            return key.readyOps() == SelectionKey.OP_READ;
        } catch (CancelledKeyException closed) { // by another thread meanwhile
            return false;
        }
    }

    /** Takes the connection's lock, if this thread may read it. Returns whether it has the lock. */
    private static boolean beginRead(SocketWrapperBase<NioChannel> connection) {
        return isWebSocket(connection)
                && !connection.isWritePending() // a close would wait for that write
                && connection.getLock().tryLock();
    }

    /** Reads the connection, then releases its lock. Returns whether to keep the connection. */
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
        return !IS_POLLER.get(); // the poller's shares limit it already
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return isSSLEnabled() ? new InlineTlsChannel(buffers, this) : new InlineChannel(buffers);
    }
}
