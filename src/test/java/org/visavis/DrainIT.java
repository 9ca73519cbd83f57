package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator lets the server drain, by JMX: newcomers are refused, and those who are there stay. */
@ArquillianTest
@RunAsClient
class DrainIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @ArquillianResource
    @OperateOnDeployment("console")
    private URI console;

    @RegisterExtension
    final TestRoom room = new TestRoom();

    @Deployment(name = "console", order = 1, testable = false)
    public static WebArchive console() {
        return ShrinkWrap.create(WebArchive.class, "console.war").addClass(JmxConsole.class);
    }

    @Deployment(name = "visavis", order = 2, testable = false)
    public static WebArchive war() {
        return Deployments.war();
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        ask(console.resolve("drain?context=/visavis&do=end"));
    }

    @Test
    void newcomersAreRefusedAndThoseWhoAreThereStay() throws IOException, InterruptedException {
        URI base = console.resolve("/visavis/");
        SignalingClient ada = room.connect(base);
        SignalingClient grace = room.connect(base);
        ada.join("Ada");
        JsonObject welcome = grace.join("Grace");
        ada.next("peer-joined");
        assertEquals("200 false", ask(console.resolve("drain?context=/visavis")));
        assertEquals("200 true", ask(console.resolve("drain?context=/visavis&do=start")));
        assertEquals("503 " + health("DOWN"), ask(base.resolve("health/ready")));
        assertEquals("200 " + health("UP"), ask(base.resolve("health/live")));
        assertTrue(ask(base.resolve("metrics")).contains("\nvisavis_draining 1"));

        SignalingClient hedy = room.connect(base);
        assertEquals("draining", hedy.tryToJoin("Hedy").getString("code"));
        hedy.expectClose(4022, "draining");
        room.abort(grace);
        SignalingClient back = room.connect(base);
        String secret = welcome.getJsonObject("resume").getString("secret");
        assertTrue(back.resume("Grace", secret, welcome.getInt("seq")).getBoolean("resumed"));
        ada.send("{\"type\":\"signal\",\"data\":{}}");
        back.next("signal");
        ada.expectNothingElse();

        assertEquals("200 false", ask(console.resolve("drain?context=/visavis&do=end")));
        assertEquals("200 " + health("UP"), ask(base.resolve("health/ready")));
        room.connect(base).join("Hedy");
        ada.next("peer-joined");
    }

    private static String health(String status) {
        return "{\"status\":\"" + status + "\",\"version\":\"" + Deployments.version() + "\"}";
    }

    private static String ask(URI address) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}
