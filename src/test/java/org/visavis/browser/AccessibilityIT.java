package org.visavis.browser;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Nobody is kept from calling: each view of the pages, light and dark, on a wide screen and on a phone. A phone on its side is
 * as wide as a common screen at a zoom of 200 %.
 */
class AccessibilityIT extends DeployedPage {
    static final List<Arguments> SCREENS = List.of(
            arguments("wide", Equipment.COMPLETE),
            arguments("dark", Equipment.COMPLETE.inDark()),
            arguments("phone", Equipment.PHONE),
            arguments("sideways", Equipment.PHONE_SIDEWAYS.inDark().withReducedMotion()));

    @ParameterizedTest(name = "{0}")
    @FieldSource("SCREENS")
    void beforeTheCall(String screen, Equipment equipment) {
        Person ada = people.person("Ada", equipment).opens(base, "\u3164");
        ada.seesPicture("video#preview");
        looksAround(ada, screen, "lobby");
        ada.knocks();
        ada.isTold("invalid-room");
        looksAround(ada, screen, "message");
        ada.page().click("#lobby .open-settings");
        ada.awaits("#settings[open]");
        looksAround(ada, screen, "settings");
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("SCREENS")
    void inTheCall(String screen, Equipment equipment) {
        String room = People.room();
        Person ada = people.person("Ada", equipment).opens(base, room).joins();
        ada.isTold("alone");
        looksAround(ada, screen, "alone");
        Person grace = people.person("Grace").opens(base, room).joins();
        ada.sees(grace);
        ada.seesAndHears(1);
        looksAround(ada, screen, "call");

        ada.page().click("#open-more");
        looksAround(ada.awaits("#more:popover-open"), screen, "more");
        ada.page().click("#open-shortcuts");
        looksAround(ada.awaits("#shortcuts[open]"), screen, "shortcuts");
        ada.page().click("#shortcuts .primary");

        ada.presses("#camera", false);
        grace.presses("#camera", false);
        ada.seesOf(grace, "camera", "off");
        grace.presses("#microphone", false);
        ada.seesOf(grace, "microphone", "off");
        looksAround(ada, screen, "cameras-off");

        ada.leaves();
        ada.isTold("left");
        looksAround(ada, screen, "left");
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("SCREENS")
    void besideThePanels(String screen, Equipment equipment) {
        String room = People.room();
        Person ada = people.person("Ada", equipment).opens(base, room).joins();
        Person grace = people.person("Grace").opens(base, room).joins();
        ada.sees(grace);
        ada.page().click("#open-chat");
        looksAround(ada.awaits("#chat"), screen, "chat");
        ada.page().click("#chat .close");
        ada.page().click("#open-people");
        looksAround(ada.awaits("#present"), screen, "people");
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("SCREENS")
    void besideTheCall(String screen, Equipment equipment) {
        Person ada = people.person("Ada", equipment).opens(base + "login.html?failed");
        looksAround(ada.awaits("#failed"), screen, "login");
        ada.opens(base + "localwebrtc.html");
        looksAround(ada.awaits("#summary:not([data-outcome=running])"), screen, "self-test");
    }

    private static void looksAround(Person person, String screen, String view) {
        person.photograph(screen + "-" + view);
        person.looksForBarriers(screen + " " + view);
    }
}
