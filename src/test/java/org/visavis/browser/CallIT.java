package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Calls as people have them: who is in the room sees and hears the others, whoever comes and goes. */
class CallIT extends DeployedPage {
    /** The section of a description that a candidate is for; it stands in candidates only. */
    private static final Pattern CANDIDATE = Pattern.compile("\"sdpMid\":\"([^\"]*)\"");

    @Test
    void twoSeeAndHearEachOther() {
        Person ada = people.person("Ada").opens(base, "two");
        ada.awaits("video#preview");
        ada.photograph("lobby");
        ada.joins();
        Person grace = people.person("Grace").opens(base, "two").joins();
        inCall(ada, grace);
        ada.photograph("call-of-two");
    }

    @Test
    void fourSeeAndHearEachOther() {
        Person[] four = List.of("Ada", "Grace", "Hedy", "Radia").stream()
                .map(name -> people.person(name, Equipment.FRUGAL)
                        .opens(base, "four")
                        .joins())
                .toArray(Person[]::new);
        inCall(four);
        four[0].photograph("call-of-four");
    }

    @Test
    void oneComesLateAndOneLeavesEarly() {
        Person ada =
                people.person("Ada", Equipment.FRUGAL).opens(base, "change").joins();
        Person grace =
                people.person("Grace", Equipment.FRUGAL).opens(base, "change").joins();
        inCall(ada, grace);

        Person hedy =
                people.person("Hedy", Equipment.FRUGAL).opens(base, "change").joins();
        inCall(ada, grace, hedy);

        grace.leaves();
        ada.seesNoTileOf(grace);
        hedy.seesNoTileOf(grace);
        inCall(ada, hedy);
    }

    /** Not one for each of sound, pictures and messages: those would be three times the candidates, and three allocations. */
    @Test
    void oneWayIsLookedFor() {
        Person ada = people.person("Ada").opens(base, "way").joins();
        Person grace = people.person("Grace").opens(base, "way");
        Set<String> sections = new HashSet<>();
        grace.page()
                .onWebSocket(socket -> socket.onFrameSent(frame ->
                        CANDIDATE.matcher(frame.text()).results().forEach(result -> sections.add(result.group(1)))));
        inCall(ada, grace.joins());
        assertEquals(Set.of("0"), sections);
    }

    @Test
    void aClosedWindowIsALeaveToo() {
        Person ada = people.person("Ada").opens(base, "window").joins();
        Person grace = people.person("Grace").opens(base, "window").joins();
        inCall(ada, grace);
        grace.page().close(new Page.CloseOptions().setRunBeforeUnload(true));
        ada.seesNoTileOf(grace);
    }

    @Test
    void withoutPermissionOneStillSeesAndHears() {
        Person grace = people.person("Grace", Equipment.NOT_ALLOWED).opens(base, "refused");
        grace.isTold("camera-refused");
        grace.photograph("camera-refused");
        receivesOnly(grace, "refused");
    }

    @Test
    void whatIsAllowedIsAskedForAgainWhenItIsRefused() {
        Person grace = people.person("Grace", Equipment.REFUSED_AT_FIRST)
                .opens(base, "allowed")
                .joins();
        inCall(grace, people.person("Ada").opens(base, "allowed").joins());
    }

    @Test
    void withoutCameraOneIsHeard() {
        Person grace = people.person("Grace", Equipment.WITHOUT_CAMERA).opens(base, "camera");
        grace.isTold("camera-absent");
        Person ada = people.person("Ada").opens(base, "camera").joins();
        grace.joins();
        grace.sees(ada);
        grace.seesAndHears(1);
        ada.seesOf(grace, "camera", "off");
        ada.seesOf(grace, "microphone", "on");
        ada.marksArrivals();
        ada.perceives("audio", 1);
    }

    @Test
    void withoutDevicesOneStillSeesAndHears() {
        Person grace = people.person("Grace", Equipment.WITHOUT_DEVICES).opens(base, "absent");
        grace.isTold("camera-absent");
        grace.photograph("camera-absent");
        receivesOnly(grace, "absent");
    }

    @Test
    void withABusyCameraOneIsHeard() {
        Person grace = people.person("Grace", Equipment.CAMERA_BUSY).opens(base, "busy");
        grace.isTold("camera-busy");
        Person ada = people.person("Ada").opens(base, "busy").joins();
        grace.joins();
        grace.sees(ada);
        ada.seesOf(grace, "microphone", "on");
        ada.marksArrivals();
        ada.perceives("audio", 1);
    }

    /** Joining waits for nobody's answer; what is allowed later is added to the call. */
    @Test
    void thePermissionMayComeLate() {
        Person ada = people.person("Ada").opens(base, "late").joins();
        Person grace = people.person("Grace", Equipment.LATE_PERMISSION)
                .opens(base, "late")
                .joins();
        Person hedy = people.person("Hedy").opens(base, "late").joins();
        grace.sees(ada);
        grace.sees(hedy);
        ada.seesOf(grace, "camera", "off");
        grace.page().evaluate("() => answerPrompt()");
        inCall(ada, grace, hedy);
    }

    /** In either order, as it is the later one who makes the first offer. */
    private void receivesOnly(Person grace, String room) {
        Person ada = people.person("Ada").opens(base, room).joins();
        grace.joins();
        Person hedy = people.person("Hedy").opens(base, room).joins();
        grace.sees(ada);
        grace.sees(hedy);
        grace.seesAndHears(2);
        ada.seesOf(grace, "camera", "off");
        ada.seesOf(grace, "microphone", "off");
        ada.seesAndHears(1);
    }

    @Test
    void theOthersSeeWhatIsSwitchedOff() {
        Person ada = people.person("Ada").opens(base, "switch").joins();
        Person grace = people.person("Grace").opens(base, "switch").joins();
        inCall(ada, grace);

        ada.presses("#microphone", false);
        grace.seesOf(ada, "microphone", "off");
        ada.presses("#camera", false);
        grace.seesOf(ada, "camera", "off");
        grace.photograph("switched-off");

        Person hedy = people.person("Hedy").opens(base, "switch").joins();
        hedy.seesOf(ada, "microphone", "off");
        hedy.seesOf(ada, "camera", "off");

        ada.presses("#camera", true);
        grace.seesOf(ada, "camera", "on");
        ada.presses("#microphone", true);
        grace.seesOf(ada, "microphone", "on");
        inCall(ada, grace, hedy);
    }

    @Test
    void onAPhone() {
        Person ada = people.person("Ada", Equipment.PHONE).opens(base, "phone");
        ada.photograph("phone-lobby");
        ada.joins();
        Person grace = people.person("Grace").opens(base, "phone").joins();
        inCall(ada, grace);
        ada.photograph("phone-call");
    }

    private static void inCall(Person... all) {
        for (Person one : all) {
            for (Person other : all) if (one != other) one.sees(other);
            one.seesAndHears(all.length - 1);
        }
    }
}
