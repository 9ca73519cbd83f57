package org.visavis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The log that containers.md names says which setting is misspelled, so that Visavis does not start, or has no effect. */
@ArquillianTest
@RunAsClient
class WrongSettingIT {
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
        try (CopiedWar copy = new CopiedWar(war, name)) {
            assertTrue(CopiedWar.comesTrue(() -> Container.log().contains(sentence)), () -> copy + ": " + sentence);
        }
    }
}
