package org.visavis.launcher;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.concurrent.Executor;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;

/** A connector of {@link EmbeddedTomcat}, for HTTP or HTTPS. */
final class HttpConnector {
    private static final Logger LOG = System.getLogger("org.visavis.launcher");

    /** The size of Tomcat's socket buffers. They can be small: {@link InlineChannel} reads into its own, and writes skip them. */
    private static final String SOCKET_BUFFER_BYTES = "512";

    /** How many clients may wait to be accepted. Tomcat's 100 are too few when a whole company reconnects after a restart. */
    private static final String BACKLOG = "4096";

    /** How long Tomcat waits for the next byte of a request, or for a client to read some of an answer, in milliseconds. */
    private static final String IDLE_TIME = "10000";

    /** In bytes. Each file of the page fits, so that no thread waits for a client that reads slowly. */
    private static final String SEND_BUFFER = "262144";

    private final GuardedEndpoint endpoint;
    private final Connector connector;

    private HttpConnector(GuardedEndpoint endpoint, int port) {
        this.endpoint = endpoint;
        connector = new Connector(new Http11NioProtocol(endpoint));
        connector.setPort(port);
        connector.setThrowOnFailure(true); // otherwise Tomcat goes on without a port
        connector.setProperty("socket.appReadBufSize", SOCKET_BUFFER_BYTES);
        connector.setProperty("socket.appWriteBufSize", SOCKET_BUFFER_BYTES);
        connector.setProperty("acceptCount", BACKLOG);
        connector.setProperty("compression", "on");
        connector.setProperty("useSendfile", "false"); // sendfile does not compress
        connector.setProperty("connectionTimeout", IDLE_TIME);
        connector.setProperty("socket.txBufSize", SEND_BUFFER);
    }

    static HttpConnector http(Binding binding, SocketBudget sockets) {
        return new HttpConnector(endpoint(binding, false, sockets), binding.port());
    }

    /** @param certificate replaced later by {@link #use} */
    static HttpConnector https(Binding binding, SocketBudget sockets, SSLHostConfig certificate) {
        HttpConnector https = new HttpConnector(endpoint(binding, true, sockets), binding.securePort());
        https.connector.setProperty("SSLEnabled", "true");
        https.connector.setScheme("https");
        https.connector.setSecure(true);
        https.connector.addUpgradeProtocol(new BoundedHttp2(https.endpoint.requests()));
        https.use(certificate);
        return https;
    }

    /** @param workers run everything that the poller thread does not do itself */
    Connector connector(InetAddress address, Executor workers) {
        if (address != null) {
            connector.setProperty("address", address.getHostAddress());
        }
        connector.getProtocolHandler().setExecutor(workers);
        return connector;
    }

    /** Shows another certificate to new connections. Those that are open go on with the old one. */
    void use(SSLHostConfig certificate) {
        endpoint.addSslHostConfig(certificate, true);
    }

    /** The port that it listens on, also if any was requested. */
    int port() {
        return connector.getLocalPort();
    }

    /** Cuts off connections whose requests take too long. Called once a second. */
    void check() {
        endpoint.requests().check();
    }

    /** An endpoint that reads on the poller thread, if that is wanted and this version of Tomcat has what it needs. */
    private static GuardedEndpoint endpoint(Binding binding, boolean secure, SocketBudget sockets) {
        if (!binding.readsOnPoller()) {
            return new GuardedEndpoint(secure, sockets);
        }
        try {
            InlineEndpoint.verify();
            return new InlineEndpoint(secure, sockets);
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.log(
                    Level.WARNING,
                    "Messages are read by threads of Tomcat''s pool, which costs more time: the Tomcat in this file lacks {0}.",
                    e.getMessage());
            return new GuardedEndpoint(secure, sockets);
        }
    }
}
