package org.visavis.launcher;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** The connector of {@link EmbeddedTomcat}, for HTTP or HTTPS. */
final class HttpConnector {
    private static final Logger LOG = System.getLogger("org.visavis.launcher");

    /** The size of Tomcat's socket buffers. They can be small: {@link InlineChannel} reads into its own, and writes skip them. */
    private static final String SOCKET_BUFFER_BYTES = "512";

    /**
     * Bytes of heap per socket, which set the number of sockets in place of Tomcat's 8,192. That number is larger than the
     * number of connections that the application admits, so that the application can tell the others why it refuses them. It
     * is small enough for the heap even if these clients stay. Further clients wait to be accepted.
     */
    private static final long HEAP_FOR_A_SOCKET = 36_000;

    /** Bytes of heap per socket over TLS. */
    private static final long HEAP_FOR_TLS = 160_000;

    /** How many sockets there are beyond the connections that the application admits, if a setting says how many it admits. */
    private static final long OTHERS = 1_000;

    /** How many clients may wait to be accepted. Tomcat's 100 are too few when a whole company reconnects after a restart. */
    private static final String BACKLOG = "4096";

    /** How long Tomcat waits for the next byte of a request, or for a client to read some of an answer, in milliseconds. */
    private static final String IDLE_TIME = "10000";

    /** In bytes. Each file of the page fits, so that no thread waits for a client that reads slowly. */
    private static final String SEND_BUFFER = "262144";

    private final GuardedEndpoint endpoint;
    private final Connector connector;

    /** @param workers run everything that the poller thread does not do itself */
    HttpConnector(Binding binding, Executor workers) {
        endpoint = endpoint(binding);
        connector = new Connector(new Http11NioProtocol(endpoint));
        connector.setPort(binding.port());
        if (binding.address() != null) {
            connector.setProperty("address", binding.address().getHostAddress());
        }
        if (binding.isSecure()) {
            secure(binding);
        }
        connector.setThrowOnFailure(true); // otherwise Tomcat goes on without a port
        connector.setProperty("socket.appReadBufSize", SOCKET_BUFFER_BYTES);
        connector.setProperty("socket.appWriteBufSize", SOCKET_BUFFER_BYTES);
        connector.setProperty("maxConnections", Long.toString(mostSockets(binding.isSecure())));
        connector.setProperty("acceptCount", BACKLOG);
        connector.setProperty("compression", "on");
        connector.setProperty("useSendfile", "false"); // sendfile does not compress
        connector.setProperty("connectionTimeout", IDLE_TIME);
        connector.setProperty("socket.txBufSize", SEND_BUFFER);
        connector.getProtocolHandler().setExecutor(workers);
    }

    Connector connector() {
        return connector;
    }

    /** Cuts off connections whose requests take too long. Called once a second. */
    void check() {
        endpoint.check();
    }

    private static long mostSockets(boolean secure) {
        long most = Runtime.getRuntime().maxMemory() / (secure ? HEAP_FOR_TLS : HEAP_FOR_A_SOCKET);
        long wanted = StartCommand.wantedConnections();
        return Math.min(Integer.MAX_VALUE, wanted == 0 ? most : wanted + OTHERS);
    }

    /** An endpoint that reads on the poller thread, if that is wanted and this version of Tomcat has what it needs. */
    private static GuardedEndpoint endpoint(Binding binding) {
        if (!binding.readsOnPoller()) {
            return new GuardedEndpoint(binding.isSecure());
        }
        try {
            InlineEndpoint.verify();
            return new InlineEndpoint(binding.isSecure());
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.log(
                    Level.WARNING,
                    "Messages are read by threads of Tomcat''s pool, which costs more time: the Tomcat in this file lacks {0}.",
                    e.getMessage());
            return new GuardedEndpoint(binding.isSecure());
        }
    }

    private void secure(Binding binding) {
        SSLHostConfig host = new SSLHostConfig();
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateFile(binding.certificate().toString());
        certificate.setCertificateKeyFile(binding.key().toString());
        host.addCertificate(certificate);
        connector.addSslHostConfig(host);
        connector.setProperty("SSLEnabled", "true");
        connector.setScheme("https");
        connector.setSecure(true);
    }
}
