package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A container that has been given a data folder keeps an audit log there. */
@ArquillianTest
@RunAsClient
class AuditIT {
    private static Path data;

    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    public static WebArchive war() throws IOException {
        data = Files.createTempDirectory("audited-");
        return Deployments.warWith("visavis.data", data.toString());
    }

    @Test
    void whoComesAndGoesIsWrittenDown() throws Exception {
        assertEquals("started", new AuditedVisit(base, data).make().get(0).getString("event"));
    }
}
