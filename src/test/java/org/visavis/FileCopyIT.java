package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** What an administrator does: copies the file, under a name of their own, into the folder that the container watches. */
@ArquillianTest
@RunAsClient
class FileCopyIT {
    /** Containers look into their folder every few seconds, Tomcat every ten. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();

    @ArquillianResource
    private URI anchor;

    @Deployment(testable = false)
    public static WebArchive anchor() {
        return Deployments.anchor();
    }

    @Test
    void theCopiedFileRunsUnderItsNameUntilItIsDeleted() throws Exception {
        Path copy = Container.deployments().resolve("calls.war");
        URI base = anchor.resolve("/calls/");
        Files.copy(Deployments.warFile().toPath(), copy);
        try {
            awaitPage(base, true);
            try (SignalingClient ada = SignalingClient.signaling(base, "daily");
                    SignalingClient grace = SignalingClient.signaling(base, "daily")) {
                ada.join("Ada");
                grace.join("Grace");
                ada.next("peer-joined");
                grace.send("{\"type\":\"signal\",\"data\":{\"hello\":true}}");
                assertTrue(ada.next("signal").getJsonObject("data").getBoolean("hello"));
            }
        } finally {
            Files.delete(copy);
        }
        awaitPage(base, false);
    }

    private void awaitPage(URI base, boolean there) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve("webrtc.html")).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (answers(request) != there && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200); // between two questions
        }
        assertEquals(there, answers(request));
    }

    private boolean answers(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
