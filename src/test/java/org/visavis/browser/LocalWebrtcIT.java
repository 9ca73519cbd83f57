package org.visavis.browser;

import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.visavis.Deployments;

/** The page that tells people what works on their own machine, before anybody else is involved. */
@Tag("browser")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LocalWebrtcIT {
    @RegisterExtension
    final People people = new People();

    @ArquillianResource
    URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.war();
    }

    @Test
    void allIsWell() {
        Person ada = people.person("Ada").opens(base + "localwebrtc.html");
        for (String check : new String[] {"camera", "microphone", "encoding", "connection"}) finds(ada, check, "ok");
        ada.awaits("#summary[data-result=ok]");
        ada.seesPicture("video#local");
        ada.seesPicture("video#remote");
        ada.marksArrivals();
        ada.perceives("video", 1);
        ada.photograph("ok");
    }

    @Test
    void missingDevicesAreNamedAndTheRestIsStillChecked() {
        Person ada = people.person("Ada", Equipment.WITHOUT_DEVICES).opens(base + "localwebrtc.html");
        finds(ada, "camera", "failed");
        finds(ada, "microphone", "failed");
        finds(ada, "encoding", "ok");
        finds(ada, "connection", "ok");
        ada.awaits("#summary[data-result=failed]");
        ada.photograph("without-devices");
    }

    private static void finds(Person person, String check, String result) {
        person.awaits("#results li[data-check=" + check + "][data-result=" + result + "]");
    }
}
