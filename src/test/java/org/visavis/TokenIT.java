package org.visavis;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Each container admits people by their tokens. */
@ArquillianTest
@RunAsClient
class TokenIT {
    @ArquillianResource
    private URI base;

    @Deployment(testable = false)
    public static WebArchive war() throws IOException {
        Path keys = TokenVisit.keys(Files.createTempDirectory("keys-"));
        return Deployments.warWith(Map.of("visavis.auth", "token", "visavis.token.keys", keys.toString()));
    }

    @Test
    void whoHasAValidTokenComesInAndNobodyElse() throws Exception {
        new TokenVisit(base).make();
    }
}
