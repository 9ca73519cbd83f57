package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both sides make an offer before either has seen the other's, again and again. The lines hold the offers back until both
 * are made, so that each round is a collision and not a matter of luck. Ada is there first, so Grace makes the first offer of
 * all. Whose id is smaller is luck, so the tests choose; it decides nothing but who gives way where the first offers cross.
 */
class GlareIT extends DeployedPage {
    private static final int ICE_RESTARTS = 20;
    private static final int NEW_TRANSCEIVERS = 5; // each makes the descriptions longer

    /**
     * Each call has a room to itself, also that of another test: a goodbye on a held line may be lost with the page, and who
     * sent it then stays in the room for a while.
     */
    private Person ada;

    private Person grace;
    private SignalingLine adasLine;
    private SignalingLine gracesLine;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothRestartIce(boolean adasIdIsSmaller) {
        call(adasIdIsSmaller, Equipment.COMPLETE, Equipment.COMPLETE);
        for (int round = 1; round <= ICE_RESTARTS; round++) collideRestarting();
        assertEquals(List.of("application", "audio", "video"), sections(ada));
        assertEquals(List.of("application", "audio", "video"), sections(grace));
        nothingWasLost();
    }

    /** Firefox answers what Chromium offers, after it has made the first offer. */
    @Test
    void bothRestartIceInChromiumAndFirefox() {
        call(true, Equipment.COMPLETE, Equipment.FIREFOX);
        for (int round = 1; round <= 3; round++) collideRestarting();
        nothingWasLost();
    }

    @Test
    void bothRestartIceInFirefoxAndChromium() {
        call(true, Equipment.FIREFOX, Equipment.COMPLETE);
        for (int round = 1; round <= 3; round++) collideRestarting();
        nothingWasLost();
    }

    @Test
    void bothAddATransceiver() {
        call(true, Equipment.COMPLETE, Equipment.COMPLETE);
        for (int round = 1; round <= NEW_TRANSCEIVERS; round++) {
            collide("addTransceiver('audio', { direction: 'recvonly' })");
            hasSections(ada, 3 + 2 * round);
            hasSections(grace, 3 + 2 * round);
            mediaFlows();
        }
        nothingWasLost();
    }

    @Test
    void bothShareAScreen() {
        call(true, Equipment.SCREEN, Equipment.SCREEN);
        hold();
        ada.presses("#screen", true);
        grace.presses("#screen", true);
        release();
        for (Person person : List.of(ada, grace)) person.seesPicture(".tile[data-screen]:not([data-self]) video");
        mediaFlows();
        nothingWasLost();
    }

    /** Neither side has the other's offer for the new connection when it makes its own. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothMakeTheConnectionAnew(boolean adasIdIsSmaller) {
        call(adasIdIsSmaller, Equipment.COMPLETE, Equipment.COMPLETE);
        hold();
        for (Person one : List.of(ada, grace)) one.page().evaluate("() => recorder.live()[0].close()");
        release();
        mediaFlows();
        for (int round = 1; round <= 3; round++) collideRestarting();
        assertEquals(1, ada.page().evaluate("() => recorder.live().length"));
        nothingWasLost();
    }

    private void call(boolean adasIdIsSmaller, Equipment adas, Equipment graces) {
        ada = people.person("Ada", adas);
        adasLine = new SignalingLine(ada.page());
        grace = people.person("Grace", graces);
        gracesLine = new SignalingLine(grace.page());
        comeTogether();
        while (grace.idOf(ada).compareTo(ada.idOf(grace)) < 0 != adasIdIsSmaller) comeTogether();
        mediaFlows();
    }

    private void comeTogether() {
        String room = People.room();
        for (Person one : List.of(ada, grace))
            one.opens(base + "webrtc.html?log=info").fillsIn(room).joins();
    }

    private void collideRestarting() {
        String adas = fragment(ada);
        String graces = fragment(grace);
        Object made = ada.page().evaluate("() => recorder.made()");
        collide("restartIce()");
        settlesWithout(ada, adas);
        settlesWithout(grace, graces);
        mediaFlows();
        assertEquals(made, ada.page().evaluate("() => recorder.made()"), "a new way, not a new connection");
    }

    private void collide(String call) {
        hold();
        for (Person one : List.of(ada, grace))
            one.page().evaluate("() => recorder.live().forEach((connection) => { connection." + call + "; })");
        release();
    }

    private void hold() {
        adasLine.holds();
        gracesLine.holds();
    }

    /** Once both have made an offer. */
    private void release() {
        for (Person one : List.of(ada, grace))
            one.until("() => recorder.negotiated()[0]?.state === 'have-local-offer'", "");
        adasLine.releases();
        gracesLine.releases();
    }

    private static String fragment(Person person) {
        return (String) person.page().evaluate("() => recorder.negotiated()[0].fragment");
    }

    private static void settlesWithout(Person person, String fragment) {
        person.until(
                "(old) => recorder.negotiated().every((it) => it.state === 'stable' && it.fragment !== old)", fragment);
    }

    /** Sections that are not stopped; two more in each round, as a transceiver that was added takes no offered section. */
    private static void hasSections(Person person, int count) {
        person.until(
                "(count) => recorder.negotiated().every((it) => it.state === 'stable' && it.kinds.length === count)",
                count);
    }

    private static Object sections(Person person) {
        assertEquals(1, person.page().evaluate("() => recorder.live().length"));
        return person.page().evaluate("() => recorder.negotiated()[0].kinds.sort()");
    }

    private void mediaFlows() {
        ada.seesAndHears(1);
        grace.seesAndHears(1);
    }

    /** The page repairs what stands still; here nothing may come to that. */
    private void nothingWasLost() {
        ada.hasLostNothing();
        grace.hasLostNothing();
    }
}
