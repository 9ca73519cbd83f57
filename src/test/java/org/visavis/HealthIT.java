package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What supervisors and load balancers ask. */
@ArquillianTest
@RunAsClient
class HealthIT {
    private static final String SUPERVISED = "supervised";
    private static final String ENDANGERED = "visavis";
    private static final List<String> QUESTIONS = List.of("live", "ready");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @ArquillianResource
    private Deployer deployer;

    @ArquillianResource
    @OperateOnDeployment("anchor")
    private URI anchor;

    @Deployment(name = "anchor", testable = false)
    public static WebArchive anchor() {
        return Deployments.anchor().addClass(ThreadInterrupter.class);
    }

    @Deployment(name = SUPERVISED, managed = false, testable = false)
    public static WebArchive war() {
        return Deployments.warNamed("supervised.war");
    }

    @Deployment(name = ENDANGERED, managed = false, testable = false)
    public static WebArchive warWithStun() throws SocketException {
        try (DatagramSocket free = new DatagramSocket()) {
            return Deployments.warWith("visavis.stun.port", Integer.toString(free.getLocalPort()));
        }
    }

    @Test
    void isUpWhileItIsDeployedAndNeitherBeforeNorAfter() throws IOException, InterruptedException {
        assertNotEquals(200, get(SUPERVISED, "ready").statusCode());
        deployer.deploy(SUPERVISED);
        for (String question : QUESTIONS) {
            HttpResponse<String> answer = get(SUPERVISED, question);
            assertEquals(200, answer.statusCode());
            assertEquals("{\"status\":\"UP\",\"version\":\"" + Deployments.version() + "\"}", answer.body());
            assertEquals(
                    "application/json",
                    answer.headers().firstValue("Content-Type").orElse("(none)").replaceFirst(";.*", ""));
            assertEquals(
                    "no-cache", answer.headers().firstValue("Cache-Control").orElse("(none)"));
        }
        deployer.undeploy(SUPERVISED);
        assertNotEquals(200, get(SUPERVISED, "ready").statusCode());
    }

    @Test
    void isDownWhenOneOfItsThreadsHasDied() throws IOException, InterruptedException {
        deployer.deploy(ENDANGERED);
        try {
            for (String question : QUESTIONS) {
                assertEquals(200, get(ENDANGERED, question).statusCode());
            }
            URI interrupter = anchor.resolve("/anchor/interrupt?name=visavis-stun");
            HttpRequest harm = HttpRequest.newBuilder(interrupter).build();
            assertEquals("1", HTTP.send(harm, BodyHandlers.ofString()).body());
            for (String question : QUESTIONS) {
                assertEquals(503, get(ENDANGERED, question).statusCode());
            }
        } finally {
            deployer.undeploy(ENDANGERED);
        }
    }

    private HttpResponse<String> get(String application, String question) throws IOException, InterruptedException {
        URI address = anchor.resolve("/" + application + "/health/" + question);
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
