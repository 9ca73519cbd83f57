package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Who loads the page anew without meaning to leave is back at once, as they were. */
class ComebackIT extends DeployedPage {
    @Test
    void aReloadLeadsBackIntoTheCall() {
        Person ada = people.person("Ada").opens(base, "reload").joins();
        Person grace = people.person("Grace").opens(base, "reload").joins();
        grace.seesAndHears(1);
        ada.presses("#microphone", false);
        grace.seesOf(ada, "microphone", "off");
        ada.page().reload();
        ada.awaits("body[data-state=call]");
        grace.seesOf(ada, "microphone", "off");
        ada.seesAndHears(1);
        grace.sees(ada);
        ada.presses("#microphone", true);
        grace.seesAndHears(1);

        ada.presses("#camera", false);
        ada.page().reload();
        ada.awaits("body[data-state=call]");
        ada.awaits("#camera[aria-pressed=false]");
        grace.seesOf(ada, "camera", "off");
    }

    @Test
    void moreReloadsAtOnceLeadBackToo() {
        Person ada = people.person("Ada", Equipment.SLOW_DEVICES)
                .opens(base, "twice")
                .joins();
        Person grace = people.person("Grace").opens(base, "twice").joins();
        ada.presses("#camera", false);
        ada.page().route("**/identity", unanswered -> {});
        ada.page().waitForRequest("**/identity", () -> ada.page().reload());
        ada.page().unroute("**/identity");
        ada.context().addInitScript("devices.hold()");
        ada.page().reload();
        ada.until("() => devices.waiting() === 1", ""); // the page has asked, and has no answer
        ada.page().reload();
        ada.awaits("body[data-state=call]");
        ada.page().evaluate("() => devices.release()");
        ada.awaits("#microphone[aria-pressed=true]");
        grace.seesOf(ada, "microphone", "on");
        grace.seesOf(ada, "camera", "off");
        assertEquals("audio", ada.page().evaluate("() => devices.live()"));
        ada.seesAndHears(1);
    }

    /** A link in a mail, or a bookmark, opened in the tab of a call. */
    @Test
    void aLinkLeadsOutOfTheCall() {
        Person ada = people.person("Ada").opens(base, "former").joins();
        Person grace = people.person("Grace").opens(base, "former").joins();
        grace.sees(ada);
        ada.opens(base + "webrtc.html?room=next").awaits("body[data-state=lobby]");
        assertEquals("next", ada.page().inputValue("#room"));
        grace.seesNoTileOf(ada);
        ada.joins().awaits("#room-name:text-is('next')");
        ada.opens(base + "localwebrtc.html").opens(base + "webrtc.html?room=next");
        ada.awaits("body[data-state=lobby]"); // not even into the same one, since nobody has loaded the page anew
    }

    @Test
    void whoHasLeftStaysAway() {
        Person ada = people.person("Ada").opens(base, "away").joins();
        ada.leaves();
        ada.page().reload();
        ada.awaits("body[data-state=lobby]");
        assertEquals("Ada", ada.page().inputValue("#name"));
        ada.opens(base, "elsewhere").joins();
        ada.page().navigate(base + "localwebrtc.html");
        ada.page().goBack();
        ada.awaits("body[data-state=call]");
    }
}
