package org.visavis.launcher;

import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Tomcat's endpoint with limits: no connection keeps a thread or memory for as long as its client likes. */
class GuardedEndpoint extends NioEndpoint {
    private final Requests requests = new Requests(Workers.MOST);
    private final Newcomers newcomers;

    /** @param secure whether connections use TLS */
    GuardedEndpoint(boolean secure) {
        newcomers = new Newcomers(secure);
    }

    /** Cuts off connections whose requests take too long. Called once a second. */
    final void check() {
        requests.check();
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
            SocketWrapperBase<NioChannel> connection = socketWrapper; // doRun() sets the field to null
            requests.begin(connection);
            try {
                super.doRun();
            } finally {
                requests.end(connection);
            }
        }
    }
}
