package org.visavis.launcher;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** The connector of {@link EmbeddedTomcat}, over HTTP or HTTPS. */
final class HttpConnector {
    private static final Logger LOG = System.getLogger("org.visavis.launcher");

    /** Small, since little depends on them: {@link InlineChannel} reads into a larger one of its own, and writes go past. */
    private static final String SOCKET_BUFFER_BYTES = "512";

    /**
     * What of the heap is there for each socket, in bytes, in place of Tomcat's 8,192: more than the application lets in, so that it
     * can tell the others so, and yet few enough if these do not go. The next ones wait for being accepted.
     */
    private static final long HEAP_FOR_A_SOCKET = 36_000;

    /** The same over TLS. */
    private static final long HEAP_FOR_TLS = 160_000;

    /** More than the application lets in, where somebody has said how many that are. */
    private static final long OTHERS = 1_000;

    /** How many may wait for being accepted; Tomcat's 100 are too few when a whole company comes back after a restart. */
    private static final String BACKLOG = "4096";

    /** How long Tomcat waits for the next byte of a request, and for a client to take some of an answer, in milliseconds. */
    private static final String IDLE_TIME = "10000";

    /** In bytes: all of the page's files go out at once, so that no thread waits for who reads them slowly. */
    private static final String SEND_BUFFER = "262144";

    private final GuardedEndpoint endpoint;
    private final Connector connector;

    /** @param workers run all that the poller does not do itself */
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
        connector.setThrowOnFailure(true); // otherwise Tomcat runs on without a port
        connector.setProperty("socket.appReadBufSize", SOCKET_BUFFER_BYTES);
        connector.setProperty("socket.appWriteBufSize", SOCKET_BUFFER_BYTES);
        connector.setProperty("maxConnections", Long.toString(mostSockets(binding.isSecure())));
        connector.setProperty("acceptCount", BACKLOG);
        connector.setProperty("compression", "on");
        connector.setProperty("useSendfile", "false"); // what goes out by sendfile is not compressed
        connector.setProperty("connectionTimeout", IDLE_TIME);
        connector.setProperty("socket.txBufSize", SEND_BUFFER);
        connector.getProtocolHandler().setExecutor(workers);
    }

    Connector connector() {
        return connector;
    }

    /** Cuts off those who take too long. Called once a second. */
    void check() {
        endpoint.check();
    }

    private static long mostSockets(boolean secure) {
        long most = Runtime.getRuntime().maxMemory() / (secure ? HEAP_FOR_TLS : HEAP_FOR_A_SOCKET);
        long wanted = StartCommand.wantedConnections();
        return Math.min(Integer.MAX_VALUE, wanted == 0 ? most : wanted + OTHERS);
    }

    /** One that reads on the poller thread, where that is wanted and the Tomcat that runs here has what it takes. */
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
