package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Undeploying and deploying again, with clients connected. */
@ArquillianTest
@RunAsClient
class RedeployIT {
    private static final String REDEPLOYED = "redeployed";

    @ArquillianResource
    private Deployer deployer;

    @ArquillianResource
    @OperateOnDeployment("anchor")
    private URI anchor;

    private final List<SignalingClient> clients = new ArrayList<>();

    @Deployment(name = "anchor", testable = false)
    public static WebArchive anchor() {
        return Deployments.anchor();
    }

    @Deployment(name = REDEPLOYED, managed = false, testable = false)
    public static WebArchive war() {
        return Deployments.warNamed("redeployed.war");
    }

    @AfterEach
    void closeAll() {
        clients.forEach(SignalingClient::close);
    }

    @Test
    void clientsAreToldToComeBackAndCan() {
        for (int round = 0; round < 2; round++) {
            deployer.deploy(REDEPLOYED);
            SignalingClient ada = connect();
            SignalingClient grace = connect();
            SignalingClient broadcaster = SignalingClient.broadcast(base(), "daily");
            clients.add(broadcaster);
            assertEquals(0, ada.join("Ada").getJsonArray("peers").size());
            assertEquals(1, grace.join("Grace").getJsonArray("peers").size());
            ada.next("peer-joined");

            deployer.undeploy(REDEPLOYED);
            for (SignalingClient client : List.of(ada, grace)) {
                if (Container.saysGoodbye()) {
                    assertEquals("rejoin", client.nextExcept("peer-left").getString("action"));
                }
                client.expectCloseCode(1001);
            }
            broadcaster.expectCloseCode(1001);
            Observation.UNDEPLOYED.is((Container.saysGoodbye() ? "`closing`, " : "") + "close 1001");
        }
    }

    private SignalingClient connect() {
        SignalingClient client = SignalingClient.signaling(base(), "daily");
        clients.add(client);
        return client;
    }

    private URI base() {
        return anchor.resolve("/redeployed/");
    }
}
