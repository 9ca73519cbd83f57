package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @ArquillianResource
    private Deployer deployer;

    @ArquillianResource
    @OperateOnDeployment("anchor")
    private URI anchor;

    @Deployment(name = "anchor", testable = false)
    public static WebArchive anchor() {
        return Deployments.anchor();
    }

    @Deployment(name = SUPERVISED, managed = false, testable = false)
    public static WebArchive war() {
        return Deployments.warNamed("supervised.war");
    }

    @Test
    void isUpWhileItIsDeployedAndNeitherBeforeNorAfter() throws IOException, InterruptedException {
        assertNotEquals(200, get("ready").statusCode());
        deployer.deploy(SUPERVISED);
        for (String question : new String[] {"live", "ready"}) {
            HttpResponse<String> answer = get(question);
            assertEquals(200, answer.statusCode());
            assertEquals("{\"status\":\"UP\",\"version\":\"" + Deployments.version() + "\"}", answer.body());
            assertEquals(
                    "application/json",
                    answer.headers().firstValue("Content-Type").orElse("(none)").replaceFirst(";.*", ""));
            assertEquals(
                    "no-cache", answer.headers().firstValue("Cache-Control").orElse("(none)"));
        }
        deployer.undeploy(SUPERVISED);
        assertNotEquals(200, get("ready").statusCode());
    }

    private HttpResponse<String> get(String question) throws IOException, InterruptedException {
        URI address = anchor.resolve("/supervised/health/" + question);
        return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
