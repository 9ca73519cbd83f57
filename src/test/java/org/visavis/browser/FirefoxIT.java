package org.visavis.browser;

import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;

/** Two people who have different browsers: Ada has Chromium, Grace has Firefox. */
class FirefoxIT extends DeployedPage {
    @Test
    void firefoxComesLast() {
        Person ada = people.person("Ada").opens(base, "last").joins();
        Person grace =
                people.person("Grace", Equipment.FIREFOX).opens(base, "last").joins();
        inCall(ada, grace);
        grace.photograph("call");
    }

    /** It is the one who comes later that makes the first offer. */
    @Test
    void firefoxComesFirst() {
        Person grace =
                people.person("Grace", Equipment.FIREFOX).opens(base, "first").joins();
        Person ada = people.person("Ada").opens(base, "first").joins();
        inCall(ada, grace);
    }

    @Test
    void whatIsSwitchedOffComesBack() {
        Person ada = people.person("Ada").opens(base, "switch").joins();
        Person grace =
                people.person("Grace", Equipment.FIREFOX).opens(base, "switch").joins();
        inCall(ada, grace);
        switchesOffAndOn(grace, ada);
        switchesOffAndOn(ada, grace);
    }

    @Test
    void eitherMayLeaveAndComeBack() {
        Person ada = people.person("Ada").opens(base, "leave").joins();
        Person grace =
                people.person("Grace", Equipment.FIREFOX).opens(base, "leave").joins();
        inCall(ada, grace);

        grace.leaves();
        ada.seesNoTileOf(grace);
        grace.opens(base, "leave").joins();
        inCall(ada, grace);

        ada.leaves();
        grace.seesNoTileOf(ada);
    }

    /** That the bytes are the same is what the receiver's checksum says; the driver takes no downloads from Firefox. */
    @Test
    void whatIsWrittenAndSentArrives() {
        Person ada = people.person("Ada").opens(base, "written").joins();
        Person grace =
                people.person("Grace", Equipment.FIREFOX).opens(base, "written").joins();
        inCall(ada, grace);
        ada.writes("Guten Morgen");
        grace.awaits("#unread:text-is('1')");
        grace.writes("おはよう");
        ada.awaits(".said .words:text-is('おはよう')");
        ada.page().setInputFiles("#file", new FilePayload("plan.bin", "application/octet-stream", new byte[3_000_000]));
        grace.page().click(".transfer .accept");
        ada.awaits(".transfer[data-state=done]");
        grace.awaits(".transfer[data-state=done]");
        grace.photograph("chat");
    }

    private static void switchesOffAndOn(Person one, Person other) {
        for (String device : new String[] {"microphone", "camera"}) {
            one.presses("#" + device, false);
            other.seesOf(one, device, "off");
        }
        for (String device : new String[] {"camera", "microphone"}) {
            one.presses("#" + device, true);
            other.seesOf(one, device, "on");
        }
        inCall(one, other);
    }

    private static void inCall(Person one, Person other) {
        one.sees(other);
        other.sees(one);
        one.seesAndHears(1);
        other.seesAndHears(1);
    }
}
