package org.visavis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.visavis.Deployments;

/** What people choose and see before a call, and may change in it. */
class PreparationIT extends DeployedPage {
    private static final String CAMERA = "() => document.getElementById('preview').srcObject?.getTracks()[0]?.label";

    private static final String OWN_CAMERA =
            "() => document.querySelector('[data-self] video').srcObject.getVideoTracks()[0].label";

    @Test
    void areChosenBeforeTheCallAndRemembered() {
        Person ada = people.person("Ada", Equipment.THREE_OF_EACH).opens(base, "devices");
        ada.hasElement("#choose-camera option:nth-child(3)");
        Object usual = ada.page().evaluate(CAMERA);
        int another = (int) ada.page()
                .evaluate(
                        "(usual) => [...document.querySelectorAll('#choose-camera option')]"
                                + ".findLastIndex((option) => option.label !== usual)",
                        usual);
        String other = choose(ada, "camera", another);
        ada.until("(label) => document.getElementById('preview').srcObject?.getTracks()[0]?.label === label", other);
        assertNotEquals(usual, other);
        choose(ada, "microphone", 1);
        ada.opens(base, "devices");
        ada.until("(label) => document.getElementById('preview').srcObject?.getTracks()[0]?.label === label", other);
        ada.until("() => document.getElementById('choose-microphone').selectedIndex === 1", "");
    }

    @Test
    void areExchangedInACallWithoutANegotiation() {
        Person ada = people.person("Ada", Equipment.THREE_OF_EACH)
                .opens(base, "exchanged")
                .joins();
        Person grace = people.person("Grace").opens(base, "exchanged").joins();
        ada.seesAndHears(1);
        grace.seesAndHears(1);
        String description = "() => recorder.live()[0].localDescription.sdp.replace(/^a=candidate.*$/gm, '')";
        Object before = ada.page().evaluate(description);
        Object camera = ada.page().evaluate(OWN_CAMERA);
        String other = choose(ada, "camera", 2); // Chromium's second fake camera takes depths, which no encoder does
        ada.until(
                "(label) => document.querySelector('[data-self] video').srcObject.getVideoTracks()[0]?.label === label",
                other);
        choose(ada, "microphone", 1);
        grace.seesAndHears(1);
        assertEquals(before, ada.page().evaluate(description));
        assertNotEquals(camera, ada.page().evaluate(OWN_CAMERA));
        ada.presses("#microphone", false);
        choose(ada, "microphone", 0);
        grace.seesOf(ada, "microphone", "off");
        ada.awaits("#microphone[aria-pressed=false]");
    }

    @Test
    void areReplacedWhenTheyVanish() {
        Person ada = people.person("Ada", Equipment.THREE_OF_EACH)
                .opens(base, "vanished")
                .joins();
        Person grace = people.person("Grace").opens(base, "vanished").joins();
        grace.seesAndHears(1);
        ada.page()
                .evaluate("() => document.querySelector('[data-self] video').srcObject.getVideoTracks()[0]"
                        + ".dispatchEvent(new Event('ended'))");
        ada.isTold("camera-replaced");
        grace.seesAndHears(1);
        ada.awaits("#camera[aria-pressed=true]");
    }

    @Test
    void appearInTheChoiceWhenTheyArePluggedIn() {
        Person ada = people.person("Ada").opens(base, "plugged");
        ada.hasElement("#choose-microphone option");
        ada.page().evaluate("""
                async () => {
                  const before = await navigator.mediaDevices.enumerateDevices();
                  const headset = { deviceId: "headset", kind: "audioinput", label: "Headset" };
                  navigator.mediaDevices.enumerateDevices = async () => [...before, headset];
                  navigator.mediaDevices.dispatchEvent(new Event("devicechange"));
                }""");
        ada.hasElement("#choose-microphone option[value=headset]");
    }

    @Test
    void theMicrophoneShowsThatItHearsSomething() {
        Person ada = people.person("Ada").opens(base, "level");
        ada.until("() => document.querySelector('.stage .level').value > 0.05", ""); // a beep now and then
        ada.page().click(".stage .open-settings");
        ada.awaits("#settings[open]");
        ada.until("() => document.querySelector('#settings .level').value > 0.05", "");
        ada.photograph("settings");
    }

    @Test
    void theSettingsSayTheVersion() {
        Person ada = people.person("Ada").opens(base, "version");
        ada.page().click("#lobby .open-settings");
        assertThat(ada.page().locator("#version")).hasText("Visavis " + Deployments.version());
    }

    @Test
    void whoSpeaksAndWhoRaisesAHandIsSeen() {
        Person ada = people.person("Ada").opens(base, "speaking").joins();
        Person grace = people.person("Grace").opens(base, "speaking").joins();
        grace.seesAndHears(1);
        grace.hasElement("#tiles figure:not([data-self])[data-speaking]"); // a beep now and then
        ada.presses("#hand", true);
        grace.seesOf(ada, "hand", "on");
        Person hedy = people.person("Hedy").opens(base, "speaking").joins();
        hedy.seesOf(ada, "hand", "on");
        hedy.photograph("hand");
        ada.presses("#hand", false);
        grace.seesOf(ada, "hand", "off");
    }

    @Test
    void whoIsInTheRoomIsSeenBefore() {
        Person ada = people.person("Ada").opens(base, "before").joins();
        Person grace = people.person("Grace").opens(base, "before");
        grace.awaits("#people:text-is('Already here: Ada')");
        grace.photograph("before");
        ada.leaves();
        grace.hasElement("#people[hidden]");
    }

    @Test
    void whoSpeaksWithoutBeingHeardIsToldSo() {
        Person ada = people.person("Ada").opens(base, "unheard").joins();
        ada.presses("#microphone", false);
        ada.isTold("unheard");
        ada.presses("#microphone", true);
    }

    @Test
    void oneStartsMutedAndWithoutCamera() {
        Person grace = people.person("Grace").opens(base, "muted").joins();
        Person ada = people.person("Ada").opens(base, "muted");
        ada.presses("#lobby-microphone", false);
        ada.presses("#lobby-camera", false);
        ada.photograph("muted");
        ada.joins();
        grace.seesOf(ada, "microphone", "off");
        grace.seesOf(ada, "camera", "off");
        ada.seesAndHears(1);
        ada.presses("#camera", true);
        ada.presses("#microphone", true);
        grace.seesAndHears(1);
    }

    /** Chooses the device at this place of the list, and gives its name. */
    private static String choose(Person person, String device, int index) {
        boolean inCall = person.page().isVisible("#call");
        if (inCall) person.page().click("#open-more");
        person.page().click(inCall ? "#more .open-settings" : "#lobby .open-settings");
        String label = person.chooses(device, index);
        person.page().click("#settings .primary");
        assertEquals(List.of(), person.complaints());
        return label;
    }
}
