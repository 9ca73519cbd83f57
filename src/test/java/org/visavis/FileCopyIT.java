package org.visavis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
    private final HttpClient http = HttpClient.newHttpClient();

    @ArquillianResource
    private URI anchor;

    @Deployment(testable = false)
    public static WebArchive anchor() {
        return Deployments.anchor();
    }

    @Test
    void theCopiedFileRunsUnderItsNameUntilItIsDeleted() throws Exception {
        URI base = anchor.resolve("/calls/");
        try (CopiedWar copy = new CopiedWar(Deployments.war(), "calls.war")) {
            assertTrue(CopiedWar.comesTrue(() -> answers(base)), () -> copy + " does not run");
            try (SignalingClient ada = SignalingClient.signaling(base, "daily");
                    SignalingClient grace = SignalingClient.signaling(base, "daily")) {
                ada.join("Ada");
                grace.join("Grace");
                ada.next("peer-joined");
                grace.send("{\"type\":\"signal\",\"data\":{\"hello\":true}}");
                assertTrue(ada.next("signal").getJsonObject("data").getBoolean("hello"));
            }
        }
        assertTrue(CopiedWar.comesTrue(() -> !answers(base)), "still runs");
    }

    private boolean answers(URI base) {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve("webrtc.html")).build();
        return http.sendAsync(request, BodyHandlers.discarding())
                .handle((response, failure) -> response != null && response.statusCode() == 200)
                .join();
    }
}
