package org.visavis.browser;

import org.junit.jupiter.api.Test;

/** The page that tells people what works on their own machine, before anybody else is involved. */
class LocalWebrtcIT extends DeployedPage {
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
