package org.visavis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An application that was undeployed leaves nothing behind. Tomcat is asked, which alone of all containers can say so. */
@Tag("tomcat")
@ArquillianTest
@RunAsClient
class TomcatLeakIT {
    private static final String REDEPLOYED = "redeployed";

    /** A class loader goes when the collector has seen it to be unreachable; how often it must look is its own business. */
    private static final int COLLECTIONS = 20;

    private final HttpClient http = HttpClient.newHttpClient();

    @ArquillianResource
    private Deployer deployer;

    @ArquillianResource
    @OperateOnDeployment("anchor")
    private URI anchor;

    @Deployment(name = "anchor", testable = false)
    public static WebArchive anchor() {
        return Deployments.anchor();
    }

    @Deployment(name = REDEPLOYED, managed = false, testable = false)
    public static WebArchive war() {
        return Deployments.warNamed("redeployed.war");
    }

    @Test
    void noThreadAndNoClassLoaderStays() throws Exception {
        for (int round = 0; round < 3; round++) {
            deployer.deploy(REDEPLOYED);
            URI base = anchor.resolve("/redeployed/");
            try (SignalingClient ada = SignalingClient.signaling(base, "daily");
                    SignalingClient grace = SignalingClient.signaling(base, "daily");
                    SignalingClient broadcaster = SignalingClient.broadcast(base, "daily")) {
                ada.join("Ada");
                grace.join("Grace");
                grace.send("{\"type\":\"signal\",\"data\":{}}");
                broadcaster.send("hello");
                assertTrue(manager("threaddump").contains("visavis-sweeper"), "this test looks for the right name");
                deployer.undeploy(REDEPLOYED);
                ada.next("peer-joined");
            }
        }
        assertFalse(manager("threaddump").contains("visavis-"));
        String leaks = manager("findleaks?statusLine=true"); // which collects garbage first
        for (int i = 0; i < COLLECTIONS && leaks.contains("redeployed"); i++) {
            leaks = manager("findleaks?statusLine=true");
        }
        assertFalse(leaks.contains("redeployed"), leaks);
    }

    private String manager(String command) throws IOException, InterruptedException {
        String credentials =
                Base64.getEncoder().encodeToString("arquillian:arquillian".getBytes(StandardCharsets.US_ASCII));
        HttpRequest request = HttpRequest.newBuilder(anchor.resolve("/manager/text/" + command))
                .header("Authorization", "Basic " + credentials)
                .build();
        String answer = http.send(request, BodyHandlers.ofString()).body();
        assertTrue(answer.startsWith("OK"), answer);
        return answer;
    }
}
