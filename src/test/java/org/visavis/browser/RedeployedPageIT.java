package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.visavis.Deployments;

/** An administrator puts a new version into the container while people are in a call. */
@Tag("browser")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RedeployedPageIT {
    private static final String REDEPLOYED = "redeployed";

    @RegisterExtension
    final People people = new People();

    @ArquillianResource
    Deployer deployer;

    @ArquillianResource
    @OperateOnDeployment("anchor")
    URI anchor;

    @Deployment(name = "anchor", testable = false)
    static WebArchive anchor() {
        return Deployments.anchor();
    }

    @Deployment(name = REDEPLOYED, managed = false, testable = false)
    static WebArchive war() {
        return Deployments.warNamed("redeployed.war");
    }

    @Test
    void theCallGoesOnAndThePageComesBackByItself() throws Exception {
        deployer.deploy(REDEPLOYED);
        try {
            URI base = anchor.resolve("/redeployed/");
            Person ada = people.person("Ada")
                    .mayComplain("WebSocket connection")
                    .opens(base, "daily")
                    .joins();
            Person grace = people.person("Grace")
                    .mayComplain("WebSocket connection")
                    .opens(base, "daily")
                    .joins();
            ada.seesAndHears(1);
            ada.page().evaluate("() => recorder.watchTiles()");
            grace.page().evaluate("() => recorder.watchTiles()");

            deployer.undeploy(REDEPLOYED);
            ada.isTold("reconnecting");
            grace.isTold("reconnecting");
            ada.seesAndHears(1);
            grace.seesAndHears(1);

            deployer.deploy(REDEPLOYED);
            ada.isNotToldAnyMore("reconnecting");
            grace.isNotToldAnyMore("reconnecting");
            ada.sees(grace);
            grace.sees(ada);
            ada.seesAndHears(1);
            grace.seesAndHears(1);
            assertEquals(List.of(), ada.page().evaluate("() => recorder.changedTiles()"), "nobody left");
            assertEquals(List.of(), grace.page().evaluate("() => recorder.changedTiles()"), "nobody left");
        } finally {
            deployer.undeploy(REDEPLOYED);
        }
    }
}
