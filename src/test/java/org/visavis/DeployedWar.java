package org.visavis;

import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What tests of the WAR extend: Arquillian deploys the file as it is to the container before the first test of the class, and
 * undeploys it after the last. The tests talk to it over the network, as {@code testable = false} says.
 */
@ArquillianTest
public abstract class DeployedWar {
    /** Where it is, with a slash at the end. */
    @ArquillianResource
    protected URI base;

    @Deployment(testable = false)
    public static WebArchive war() {
        return Deployments.war();
    }
}
