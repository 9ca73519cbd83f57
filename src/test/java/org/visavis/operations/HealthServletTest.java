package org.visavis.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.access.AccessPolicy;
import org.visavis.access.AllowedOrigins;
import org.visavis.settings.ServerLimits;
import org.visavis.websocket.ConnectionRegistry;

/** The moments that no test can catch from outside: the server is there, and takes no connections. */
class HealthServletTest {
    /** Kept, since the logging system forgets loggers that nobody holds. Tomcat tells much about each start. */
    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    private final AtomicBoolean up = new AtomicBoolean();
    private final Tomcat tomcat = new Tomcat();
    private final ConnectionRegistry connections = new ConnectionRegistry(
            new AccessPolicy(false, new AllowedOrigins(Set.of())), ServerLimits.usual(), Runnable::run, () -> 0);

    @BeforeEach
    void start(@TempDir Path folder) throws LifecycleException {
        TOMCAT_LOG.setLevel(Level.OFF);
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "health", new HealthServlet(up::get));
        context.addServletMapping("/health", "health");
        Tomcat.addServlet(context, "ready", new HealthServlet(connections::isOpen));
        context.addServletMapping("/ready", "ready");
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        connections.close();
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void isAskedEachTime() throws IOException, InterruptedException {
        assertEquals("503 {\"status\":\"DOWN\"}", ask("/health"));
        up.set(true);
        assertEquals("200 {\"status\":\"UP\"}", ask("/health"));
        up.set(false);
        assertEquals("503 {\"status\":\"DOWN\"}", ask("/health"));
    }

    @Test
    void connectionsThatHaveBeenClosedAreNotReady() throws IOException, InterruptedException {
        assertEquals("200 {\"status\":\"UP\"}", ask("/ready"));
        connections.close();
        assertEquals("503 {\"status\":\"DOWN\"}", ask("/ready"));
    }

    private String ask(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}
