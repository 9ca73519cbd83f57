package org.visavis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The log that containers.md names says which setting is misspelled, so that Visavis does not start, or has no effect. */
@ArquillianTest
@RunAsClient
class WrongSettingIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Deployment(testable = false)
    public static WebArchive anchor() {
        return Deployments.anchor();
    }

    @Test
    void theReasonIsInTheLog() throws Exception {
        String setting = "visavis.auht." + UUID.randomUUID(); // no earlier run has logged it
        assertLogged(
                "wrong.war",
                Deployments.warWith(setting, "container"),
                "Visavis cannot start: There is no setting " + setting + " (context parameter); did you mean visavis.");
    }

    @Test
    void aSettingOfJavaJarIsWarnedOf() throws Exception {
        String name = UUID.randomUUID().toString();
        assertLogged(
                "unread.war",
                Deployments.warWith("visavis.name", name),
                "visavis.name = " + name
                        + " (context parameter) has no effect here: only java -jar reads this setting.");
    }

    private static void assertLogged(String name, WebArchive war, String sentence) throws Exception {
        Path copy = Container.deployments().resolve(name);
        war.as(ZipExporter.class).exportTo(copy.toFile());
        try {
            assertTrue(isLogged(sentence), sentence);
        } finally {
            Files.delete(copy);
        }
    }

    private static boolean isLogged(String sentence) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Container.log().contains(sentence) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200); // between two looks
        }
        return Container.log().contains(sentence);
    }
}
