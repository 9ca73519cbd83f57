package org.visavis.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.visavis.ServletServer;
import org.visavis.access.AccessPolicies;
import org.visavis.room.RoomListener;
import org.visavis.settings.ServerLimits;
import org.visavis.websocket.ConnectionRegistry;

/** The moments that no test can catch from outside: the server is there, and takes no connections. */
class HealthServletTest {
    private final AtomicBoolean up = new AtomicBoolean();
    private final ConnectionRegistry connections = new ConnectionRegistry(
            AccessPolicies.open(), ServerLimits.usual(), Runnable::run, () -> 0, RoomListener.NONE);

    @RegisterExtension
    final ServletServer server = new ServletServer()
            .with("/health", new HealthServlet(up::get, "1.2"))
            .with("/ready", new HealthServlet(connections::isOpen, "1.2"));

    @AfterEach
    void close() {
        connections.close();
    }

    @Test
    void isAskedEachTime() throws IOException, InterruptedException {
        assertEquals("503 {\"status\":\"DOWN\",\"version\":\"1.2\"}", ask("/health"));
        up.set(true);
        assertEquals("200 {\"status\":\"UP\",\"version\":\"1.2\"}", ask("/health"));
        up.set(false);
        assertEquals("503 {\"status\":\"DOWN\",\"version\":\"1.2\"}", ask("/health"));
    }

    @Test
    void connectionsThatHaveBeenClosedAreNotReady() throws IOException, InterruptedException {
        assertEquals("200 {\"status\":\"UP\",\"version\":\"1.2\"}", ask("/ready"));
        connections.close();
        assertEquals("503 {\"status\":\"DOWN\",\"version\":\"1.2\"}", ask("/ready"));
    }

    private String ask(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = server.get(HttpClient.newHttpClient(), path);
        return answer.statusCode() + " " + answer.body();
    }
}
