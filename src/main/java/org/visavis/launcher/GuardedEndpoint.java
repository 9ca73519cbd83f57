package org.visavis.launcher;

import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** The connections of Tomcat, of which none takes a thread or memory for as long as it likes. */
class GuardedEndpoint extends NioEndpoint {
    private final Requests requests = new Requests(Workers.MOST);
    private final Newcomers newcomers;

    /** @param secure whether connections come over TLS */
    GuardedEndpoint(boolean secure) {
        newcomers = new Newcomers(secure);
    }

    /** Cuts off those who take too long. Called once a second. */
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

    /** Whether this thread is watched while it is busy with a connection. */
    boolean isWatched() {
        return true;
    }

    /** Tomcat uses it again, for other connections. */
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
            SocketWrapperBase<NioChannel> connection = socketWrapper; // which is forgotten meanwhile
            requests.begin(connection);
            try {
                super.doRun();
            } finally {
                requests.end(connection);
            }
        }
    }
}
