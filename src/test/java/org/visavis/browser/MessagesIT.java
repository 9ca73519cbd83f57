package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** What the page tells people when something is not as they expect it. */
class MessagesIT extends DeployedPage {
    private static final int CAPACITY = 16; // the default of visavis.room.capacity

    @Test
    @SuppressWarnings("try") // the crowd only has to be there
    void theRoomIsFull() {
        Person ada = people.person("Ada").opens(base, "full");
        try (Crowd crowd = new Crowd(base, "full", CAPACITY)) {
            ada.knocks();
            ada.isTold("room-full");
            ada.photograph("room-full");
        }
    }

    @Test
    void theRoomHasNoValidName() {
        Person ada = people.person("Ada").opens(base, "\u3164");
        ada.knocks();
        ada.isTold("invalid-room");
        ada.photograph("invalid-room");
        ada.opens(base + "webrtc.html?room=%E2%80%8B");
        ada.isTold("invalid-room");
    }

    @Test
    void aNameOfWhichNothingCanBeSeenIsRefusedInTheForm() {
        Person ada = people.person("Ada").opens(base, "nameless");
        ada.page().fill("#name", "\u200b\u3164");
        ada.knocks();
        ada.awaits("#name-problem:not(:empty)");
        ada.awaits("#name[aria-invalid=true]:focus");
        ada.photograph("invalid-name");
        ada.looksForBarriers("invalid-name");
        ada.awaits("body[data-state=lobby]");
        ada.page().fill("#name", " Ada\tByron\u202e ");
        ada.awaits("#name[aria-invalid=false]");
        ada.joins();
        ada.awaits("#tiles [data-self]:has(.own:visible) .name:text-is('Ada Byron')");
    }

    @Test
    void peopleWhoWriteTheSameMeetWhateverTheyWrite() {
        Person ada = people.person("Ada").opens(base, "  Büro KÖLN – Küche ");
        ada.joins();
        ada.awaits("#room-name:text-is('Büro KÖLN – Küche')");
        assertEquals("Büro KÖLN – Küche · Visavis", ada.page().title());
        Person grace = people.person("Grace").opens(ada.page().inputValue("#link"));
        assertEquals("Büro KÖLN – Küche", grace.page().inputValue("#room"));
        grace.awaits("#people:text-is('Already here: Ada')");
        grace.page().fill("#name", grace.name());
        grace.joins();
        grace.sees(ada);
        Person hedy = people.person("Hedy").opens(base, "bu\u0308ro koln kuche").joins();
        hedy.sees(ada);
        Person zoe = people.person("Zoe").opens(base, "BURO-Koln-kuche").joins();
        zoe.sees(ada);
        ada.photograph("room-name");
    }

    @Test
    void nothingIsCutOfWhatIsPasted() {
        Person ada = people.person("Ada").opens(base, "pasted");
        pastes(ada, "#name", "A".repeat(66));
        ada.awaits("#name-problem:text-is('2 characters too many')");
        ada.photograph("too-long");
        ada.knocks();
        ada.awaits("#name[aria-invalid=true]:focus");
        ada.page().press("#name", "Backspace");
        ada.page().press("#name", "Backspace");
        ada.hasElement("#name-problem[hidden]");
        pastes(ada, "#room", "ä".repeat(203));
        ada.awaits("#room-problem:text-is('3 characters too many')");
        ada.knocks();
        ada.awaits("#room[aria-invalid=true]:focus");
        ada.awaits("body[data-state=lobby]");
        pastes(ada, "#room", "ä".repeat(200));
        ada.joins();
        ada.awaits("#room-name:text-is('" + "ä".repeat(200) + "')");
    }

    /** As from the clipboard: the limits of a field hold, as they do for what is typed. */
    private static void pastes(Person person, String field, String text) {
        person.page().fill(field, "");
        person.page().focus(field);
        person.page().keyboard().insertText(text);
    }

    @Test
    void theBrowserCannotMakeCalls() {
        Person ada = people.person("Ada", Equipment.WITHOUT_WEBRTC).opens(base + "webrtc.html");
        ada.isTold("unsupported");
        ada.awaits("#join:disabled");
    }

    @Test
    void overPlainHttpOneStillSeesAndHears() throws Exception {
        Person ada = people.person("Ada").opens(base, "insecure").joins();
        URI elsewhere = new URI("http", null, Equipment.INSECURE_HOST, base.getPort(), base.getPath(), null, null);
        Person grace = people.person("Grace", Equipment.PLAIN_HTTP).opens(elsewhere, "insecure");
        grace.isTold("insecure");
        grace.photograph("insecure");
        grace.joins();
        grace.sees(ada);
        grace.seesAndHears(1);
        ada.seesOf(grace, "camera", "off");
    }

    @Test
    void aConnectionThatDiesSilentlyIsNoticedAndReplaced() {
        Person ada = people.person("Ada");
        SignalingLine line = new SignalingLine(ada.page());
        ada.opens(base, "silent").joins();
        Person grace = people.person("Grace").opens(base, "silent").joins();
        ada.seesAndHears(1);

        line.dies();
        ada.isTold("reconnecting");
        line.comesBack();
        ada.isNotToldAnyMore("reconnecting");
        ada.sees(grace);
        grace.sees(ada);
        ada.seesAndHears(1);
        grace.seesAndHears(1);
        grace.presses("#microphone", false);
        ada.seesOf(grace, "microphone", "off");
    }

    /** What is said for a moment hides what is so for longer, and no longer than that. */
    @Test
    void whatIsStillSoIsSaidAgain() {
        Person ada = people.person("Ada");
        SignalingLine line = new SignalingLine(ada.page());
        ada.opens(base, "still-so").joins();
        ada.isTold("alone");
        ada.page().click("#copy-link");
        ada.isTold("link-copied");
        ada.isTold("alone");
        line.dies();
        ada.isTold("reconnecting");
        ada.page().click("#copy-link");
        ada.isTold("link-copied");
        ada.page().click("#dismiss");
        ada.isTold("reconnecting");
        ada.page().click("#dismiss");
        ada.isNotToldAnyMore("reconnecting");
    }

    @Test
    void theLinkIsCopied() {
        Person ada = people.person("Ada").opens(base, "copy").joins();
        ada.page().click("#copy-link");
        ada.isTold("link-copied");
        Person grace = people.person("Grace").opens(ada.page().inputValue("#link"));
        grace.page().fill("#name", grace.name());
        grace.joins();
        grace.sees(ada);
    }
}
