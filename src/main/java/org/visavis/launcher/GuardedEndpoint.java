package org.visavis.launcher;

import java.nio.channels.SocketChannel;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.websocket.server.WsHttpUpgradeHandler;

/** Tomcat's endpoint with limits: no connection keeps a thread or memory for as long as its client likes. */
class GuardedEndpoint extends NioEndpoint {
    private final Requests requests = new Requests(Workers.MOST);
    private final Newcomers newcomers;
    private final SocketBudget sockets;
    private final boolean secure;

    /**
     * @param secure whether connections use TLS
     * @param sockets shared with the other endpoint
     */
    GuardedEndpoint(boolean secure, SocketBudget sockets) {
        this.secure = secure;
        this.sockets = sockets;
        newcomers = new Newcomers(secure);
        setMaxConnections(-1); // the budget counts them
    }

    /** Whether a connection has become a WebSocket, and is no request any more. */
    static boolean isWebSocket(SocketWrapperBase<?> connection) {
        return connection.getCurrentProcessor() instanceof Processor processor
                && processor.isUpgrade()
                && processor.getUpgradeToken().httpUpgradeHandler() instanceof WsHttpUpgradeHandler;
    }

    /** The requests that threads are busy with. */
    final Requests requests() {
        return requests;
    }

    @Override
    protected void countUpOrAwaitConnection() throws InterruptedException {
        // If the endpoint is about to stop, the acceptor accepts nothing, whether it may or not.
        sockets.take(secure, () -> isRunning() && !isPaused());
    }

    @Override
    protected long countDownConnection() {
        sockets.giveBack(secure);
        return -1; // as Tomcat does if it does not count
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        boolean accepted = super.setSocketOptions(socket);
        SocketWrapperBase<NioChannel> connection = connections.get(socket);
        if (accepted && connection != null) {
            newcomers.add(connection);
        }
        return accepted;
    }

    @Override
    protected SocketProcessorBase<NioChannel> createSocketProcessor(
            SocketWrapperBase<NioChannel> connection, SocketEvent event) {
        return new WatchedProcessor(connection, event);
    }

    /** Whether to limit how long the current thread is busy with one connection. */
    boolean isWatched() {
        return true;
    }

    /** Reports to {@link Requests} when it begins and ends. Tomcat reuses a processor for other connections. */
    private final class WatchedProcessor extends SocketProcessor {
        WatchedProcessor(SocketWrapperBase<NioChannel> connection, SocketEvent event) {
            super(connection, event);
        }

        @Override
        protected void doRun() {
            if (!isWatched()) {
                super.doRun();
                return;
            }
            requests.begin(socketWrapper);
            try {
                super.doRun();
            } finally {
                requests.end();
            }
        }
    }
}
