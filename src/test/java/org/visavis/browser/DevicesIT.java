package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person has chosen last of a device holds, however long it takes to open, and what the page says of it is true. */
class DevicesIT extends DeployedPage {
    private static final String SCREENS =
            "() => document.querySelectorAll('#tiles [data-screen]:not([hidden])').length";

    @Test
    void aCameraThatOpensAfterTheCallIsClosed() {
        Person ada = slow("Ada").opens(base, "late-camera").joins();
        ada.presses("#camera", false);
        holds(ada);
        ada.page().click("#camera");
        isAsked(ada, 1);
        ada.leaves();
        release(ada);
        hasOpen(ada, "");
        Person grace = people.person("Grace").opens(base, "late-camera").joins();
        ada.joins();
        hasOpen(ada, "audio,video");
        grace.seesOf(ada, "camera", "on"); // which is what she wanted last
    }

    @Test
    void whatOpensForACallThatIsOverIsClosed() {
        Person ada = slow("Ada").opens(base, "late-both").joins();
        ada.leaves();
        holds(ada);
        ada.joins();
        isAsked(ada, 1);
        ada.leaves();
        release(ada);
        hasOpen(ada, "");
    }

    @Test
    void aScreenThatIsChosenAfterTheCallIsNotShared() {
        Person ada = slow("Ada").opens(base, "late-screen").joins();
        hasOpen(ada, "audio,video");
        holds(ada);
        ada.page().click("#screen");
        isAsked(ada, 1);
        ada.leaves();
        release(ada);
        hasOpen(ada, "");
        Person grace = people.person("Grace").opens(base, "late-screen").joins();
        ada.joins();
        grace.seesAndHears(1);
        ada.awaits("#screen[aria-pressed=false]");
        assertEquals(0, grace.page().evaluate(SCREENS));
        hasOpen(ada, "audio,video");
    }

    @Test
    void sharePressedTwiceAsksOnceAndIsStoppedOnce() {
        Person ada = slow("Ada").opens(base, "share-twice").joins();
        hasOpen(ada, "audio,video");
        holds(ada);
        ada.page().keyboard().press("s");
        isAsked(ada, 1);
        ada.page().keyboard().press("s");
        release(ada);
        ada.awaits("#screen[aria-pressed=true]");
        hasOpen(ada, "audio,screen,screen-audio,video");
        ada.presses("#screen", false);
        hasOpen(ada, "audio,video");
    }

    @Test
    void theLastOfQuickPressesOfTheCameraCounts() {
        Person ada = slow("Ada").opens(base, "camera-twice").joins();
        Person grace = people.person("Grace").opens(base, "camera-twice").joins();
        ada.presses("#camera", false);
        hasOpen(ada, "audio");
        holds(ada);
        ada.page().click("#camera");
        isAsked(ada, 1);
        ada.page().click("#camera");
        release(ada);
        hasOpen(ada, "audio");
        ada.awaits("#camera[aria-pressed=false]");
        grace.seesOf(ada, "camera", "off");

        holds(ada);
        ada.page().click("#camera");
        isAsked(ada, 1);
        ada.page().click("#camera");
        ada.page().click("#camera");
        release(ada);
        ada.awaits("#camera[aria-pressed=true]");
        hasOpen(ada, "audio,video");
        grace.seesAndHears(1);
    }

    @Test
    void theLastOfQuickPressesOfTheMicrophoneCounts() {
        Person ada = slow("Ada");
        ada.context().addInitScript("devices.hold()");
        ada.opens(base, "microphone-twice");
        isAsked(ada, 1);
        ada.page().click("#lobby-microphone");
        ada.page().click("#lobby-microphone");
        ada.page().click("#lobby-microphone");
        ada.page().click("#lobby-camera");
        release(ada);
        hasOpen(ada, "audio");
        ada.awaits("#lobby-microphone[aria-pressed=false]");
        ada.awaits("#lobby-camera[aria-pressed=false]");
        assertEquals(false, ada.page().evaluate("() => devices.isLoud()"));
        ada.presses("#lobby-microphone", true);
        ada.until("() => devices.isLoud()", "");
    }

    @Test
    void whoStopsSpeakingBeforeTheMicrophoneIsOpenIsNotHeardAfterwards() {
        Person ada = slow("Ada");
        ada.context().addInitScript("devices.hold()");
        ada.opens(base, "talk");
        isAsked(ada, 1);
        ada.page().click("#lobby-microphone");
        ada.joins();
        Person grace = people.person("Grace").opens(base, "talk").joins();
        grace.seesOf(ada, "microphone", "off");
        ada.page().keyboard().down(" ");
        ada.page().keyboard().up(" ");
        release(ada);
        grace.seesOf(ada, "camera", "on");
        grace.seesOf(ada, "microphone", "off");
        assertEquals(false, ada.page().evaluate("() => devices.isLoud()"));
        ada.page().keyboard().down(" ");
        grace.seesOf(ada, "microphone", "on");
        ada.page().keyboard().up(" ");
        grace.seesOf(ada, "microphone", "off");
    }

    @Test
    void theDeviceThatIsChosenLastIsTaken() {
        Person ada = people.person("Ada", Equipment.THREE_SLOW_DEVICES)
                .opens(base, "choose-twice")
                .joins();
        hasOpen(ada, "audio,video");
        ada.page().click("#open-more");
        ada.page().click("#more .open-settings");
        holds(ada);
        ada.chooses("camera", 2);
        isAsked(ada, 1);
        String chosen = ada.chooses("camera", 1);
        release(ada);
        ada.until(
                "(label) => document.querySelector('[data-self] video').srcObject.getVideoTracks()[0]?.label === label",
                chosen);
        hasOpen(ada, "audio,video");
    }

    @Test
    void aMicrophoneThatEndsWhileTheCameraOpensIsReplaced() {
        Person ada = slow("Ada").opens(base, "ends").joins();
        Person grace = people.person("Grace").opens(base, "ends").joins();
        ada.presses("#camera", false);
        hasOpen(ada, "audio");
        holds(ada);
        ada.page().click("#camera");
        isAsked(ada, 1);
        ada.page().evaluate("() => devices.end('audio')");
        grace.seesOf(ada, "microphone", "off");
        release(ada);
        hasOpen(ada, "audio,video");
        ada.isTold("microphone-replaced");
        grace.seesOf(ada, "microphone", "on");
        grace.seesAndHears(1);
    }

    @Test
    void whatOpensForAPageThatGoesAwayIsClosed() {
        Person ada = slow("Ada").opens(base, "hidden").joins();
        ada.presses("#camera", false);
        holds(ada);
        ada.page().click("#camera");
        isAsked(ada, 1);
        ada.page().evaluate("() => { dispatchEvent(new PageTransitionEvent('pagehide')); devices.release(); }");
        hasOpen(ada, "");
    }

    @Test
    void whatTheSystemMutesIsSeenToBeOffUntilItIsNotMuted() {
        Person ada = slow("Ada").opens(base, "system").joins();
        Person grace = people.person("Grace").opens(base, "system").joins();
        ada.seesAndHears(1);
        mutes(ada, "audio", true);
        ada.isTold("microphone-muted");
        ada.awaits("#microphone[aria-pressed=false]");
        grace.seesOf(ada, "microphone", "off");
        ada.photograph("muted");
        mutes(ada, "audio", false);
        ada.isNotToldAnyMore("microphone-muted");
        ada.awaits("#microphone[aria-pressed=true]");
        grace.seesOf(ada, "microphone", "on");

        mutes(ada, "video", true);
        ada.isTold("camera-muted");
        grace.seesOf(ada, "camera", "off");
        mutes(ada, "video", false);
        ada.isNotToldAnyMore("camera-muted");
        grace.seesOf(ada, "camera", "on");
        grace.seesAndHears(1);
    }

    @Test
    void aDeviceThatComesMutedIsSaidToBe() {
        Person ada = slow("Ada").opens(base, "muted-at-once").joins();
        ada.presses("#camera", false);
        holds(ada);
        ada.page().click("#camera");
        isAsked(ada, 1);
        mutes(ada, "video", true);
        release(ada);
        ada.isTold("camera-muted");
        ada.awaits("#camera[aria-pressed=false]");
        mutes(ada, "video", false);
        ada.isNotToldAnyMore("camera-muted");
        ada.awaits("#camera[aria-pressed=true]");
    }

    @Test
    void whatIsSaidOfADeviceIsTakenBackWhenItWorks() {
        Person ada = slow("Ada").opens(base, "works").joins();
        ada.presses("#camera", false);
        ada.page().evaluate("() => devices.fail('NotReadableError')");
        ada.page().click("#camera");
        ada.isTold("camera-busy");
        ada.presses("#camera", true);
        ada.isNotToldAnyMore("camera-busy");
    }

    private Person slow(String name) {
        return people.person(name, Equipment.SLOW_DEVICES);
    }

    private static void holds(Person person) {
        person.page().evaluate("() => devices.hold()");
    }

    private static void isAsked(Person person, int times) {
        person.until("(times) => devices.waiting() === times", times);
    }

    private static void release(Person person) {
        person.page().evaluate("() => devices.release()");
    }

    private static void mutes(Person person, String kind, boolean muted) {
        person.page().evaluate("([kind, muted]) => devices.mute(kind, muted)", List.of(kind, muted));
    }

    private static void hasOpen(Person person, String kinds) {
        person.until("(kinds) => devices.live() === kinds", kinds);
    }
}
