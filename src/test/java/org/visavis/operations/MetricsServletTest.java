package org.visavis.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Principal;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.catalina.authenticator.BasicAuthenticator;
import org.apache.catalina.realm.GenericPrincipal;
import org.apache.catalina.realm.RealmBase;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.visavis.ServletServer;
import org.visavis.room.RoomUsage;
import org.visavis.settings.Origin;
import org.visavis.settings.SettingSources;
import org.visavis.settings.Settings;

/** Who may read the metrics. */
class MetricsServletTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Metrics metrics = new Metrics();

    @RegisterExtension
    final ServletServer server = new ServletServer()
            .with("/usual", servlet("loopback"))
            .with("/forwarded", servlet("loopback,forwarded"))
            .with("/elsewhere", servlet("10.0.0.0/8"))
            .with("/role", servlet("role:operator"));

    private MetricsServlet servlet(String from) {
        SettingSources sources =
                SettingSources.none().with(Origin.SYSTEM_PROPERTY, Map.of("visavis.metrics.from", from));
        return new MetricsServlet(metrics, Settings.read(sources).metrics());
    }

    MetricsServletTest() {
        metrics.watch(() -> new RoomUsage(1, 2, 0, 3, 4));
        server.context().setRealm(new Operators());
        server.context().setLoginConfig(new LoginConfig("BASIC", "test", null, null));
        server.context().getPipeline().addValve(new BasicAuthenticator());
    }

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void areForThisComputer() throws IOException, InterruptedException {
        HttpResponse<String> answer = ask("/usual");
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("\nvisavis_participants 2.0\n"), answer::body);
        assertEquals(
                "text/plain;version=0.0.4;charset=utf-8",
                answer.headers().firstValue("Content-Type").orElse("(none)").replace(" ", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"})
    void areNotForThoseBehindAProxyOfThisComputer(String header) throws IOException, InterruptedException {
        assertRefused(ask("/usual", header, "for=10.0.0.1"));
        assertEquals(200, ask("/forwarded", header, "for=10.0.0.1").statusCode());
    }

    @Test
    void areNotForOtherAddresses() throws IOException, InterruptedException {
        assertRefused(ask("/elsewhere"));
    }

    @Test
    void areForARoleThatTheContainerKnows() throws IOException, InterruptedException {
        assertRefused(ask("/role"));
        assertEquals(200, ask("/role", "Authorization", basic("ada", "secret")).statusCode());
        assertRefused(ask("/role", "Authorization", basic("bob", "secret")));
        assertEquals(401, ask("/role", "Authorization", basic("ada", "wrong")).statusCode());
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertEquals(
                "403 The setting visavis.metrics.from does not let you read the metrics.",
                answer.statusCode() + " " + answer.body());
    }

    private HttpResponse<String> ask(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address(path));
        if (headers.length > 0) request.headers(headers);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    /** Knows ada, an operator, and bob. */
    private static final class Operators extends RealmBase {
        @Override
        protected String getPassword(String name) {
            return "secret";
        }

        @Override
        protected Principal getPrincipal(String name) {
            return new GenericPrincipal(name, List.of(name.equals("ada") ? "operator" : "other"));
        }
    }
}
