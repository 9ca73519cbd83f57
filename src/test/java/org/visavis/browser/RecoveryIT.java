package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection between two browsers for which it is no help to look for another way. */
class RecoveryIT extends DeployedPage {
    private final String room = People.room();

    private static final String THEIR_SCREEN = ".tile[data-screen]:not([data-self]) video";

    private static final String LOSES_WHAT_IT_RECEIVES = """
            async () => {
              const [connection] = recorder.live();
              connection.onnegotiationneeded = null;
              connection.restartIce();
              await connection.setLocalDescription();
              await connection.setLocalDescription({ type: "rollback" });
            }""";

    @Test
    void itIsMadeAnewAndAllOthersAreLeftAlone() {
        Person ada = joins("Ada");
        Person hedy = joins("Hedy");
        ada.seesAndHears(1);
        ada.page().evaluate("() => { globalThis.toHedy = recorder.live()[0]; }");
        Person grace = joins("Grace");
        everybodySeesAndHears(ada, hedy, grace);
        for (Person person : List.of(ada, hedy, grace)) person.page().evaluate("() => recorder.watchTiles()");

        // Grace called Ada first, who was there first. No search for another way helps where one end is closed.
        grace.page().evaluate("() => recorder.live()[0].close()");
        everybodySeesAndHears(ada, hedy, grace);
        assertEquals(true, ada.page().evaluate("() => recorder.live()[0] === toHedy && recorder.live().length === 2"));
        for (Person person : List.of(ada, hedy, grace))
            assertEquals(List.of(), person.page().evaluate("() => recorder.changedTiles()"));
    }

    @Test
    void itIsMadeAnewWhereItHasAWayAndCarriesNothing() {
        Person ada = joins("Ada");
        Person grace = joins("Grace");
        everybodySeesAndHears(ada, grace);
        ada.page().evaluate("() => recorder.live()[0].getSenders().forEach((sender) => sender.replaceTrack(null))");
        grace.until("async () => await recorder.arriving('video') === 0", "");
        everybodySeesAndHears(ada, grace);
    }

    /** In Chromium, as what it answered first is lost where it takes back an offer of its own. */
    @ParameterizedTest
    @ValueSource(strings = {"video", "audio"})
    void itIsMadeAnewWhereWhatIsDecodedIsNeitherSeenNorHeard(String kind) {
        Equipment equipment = kind.equals("video") ? Equipment.COMPLETE : Equipment.WITHOUT_CAMERA;
        Person ada = people.person("Ada", equipment).opens(base, room).joins();
        Person grace = people.person("Grace", equipment).opens(base, room).joins();
        for (Person person : List.of(ada, grace)) {
            person.marksArrivals();
            person.perceives(kind, 1);
        }
        int made = (int) ada.page().evaluate("() => recorder.made()");
        ada.page().evaluate(LOSES_WHAT_IT_RECEIVES);
        ada.marksArrivals();
        ada.until("async (kind) => await recorder.decoding(kind) === 1 && await recorder.arriving(kind) === 0", kind);
        for (Person person : List.of(ada, grace)) {
            person.marksArrivals();
            person.perceives(kind, 1);
        }
        assertEquals(made + 1, ada.page().evaluate("() => recorder.made()"));
    }

    @Test
    void anOfferThatWasLostIsMadeAgain() {
        Person ada =
                people.person("Ada", Equipment.SCREEN).opens(base, "lost-offer").joins();
        Person grace = people.person("Grace");
        SignalingLine gracesLine = new SignalingLine(grace.page());
        grace.opens(base, "lost-offer").joins();
        everybodySeesAndHears(ada, grace);
        Object made = ada.page().evaluate("() => recorder.made()");
        gracesLine.losesAnOffer();
        ada.presses("#screen", true);
        grace.seesPicture(THEIR_SCREEN);
        assertEquals(made, ada.page().evaluate("() => recorder.made()"));
    }

    @Test
    void itIsMadeAnewWhereAnswersCannotBeTaken() {
        Person ada = people.person("Ada", Equipment.SCREEN);
        SignalingLine adasLine = new SignalingLine(ada.page());
        ada.opens(base + "webrtc.html?log=info").fillsIn("garbled").joins();
        Person grace = people.person("Grace").opens(base, "garbled").joins();
        everybodySeesAndHears(ada, grace);
        Object made = ada.page().evaluate("() => recorder.made()");
        adasLine.garbles();
        ada.presses("#screen", true);
        double first = cannotApplyAfter(ada, 0);
        cannotApplyAfter(ada, first);
        ada.until("(made) => recorder.made() > made", made);
        grace.seesPicture(THEIR_SCREEN);
        everybodySeesAndHears(ada, grace);
    }

    private static double cannotApplyAfter(Person person, double time) {
        String when = "(after) => recorder.logged('could not be applied', after)";
        person.until(when, time);
        return ((Number) person.page().evaluate(when, time)).doubleValue();
    }

    private Person joins(String name) {
        return people.person(name, Equipment.FRUGAL).opens(base, room).joins();
    }

    private static void everybodySeesAndHears(Person... everybody) {
        for (Person person : everybody) person.seesAndHears(everybody.length - 1);
    }
}
