package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A call without a mouse. */
class KeyboardIT extends DeployedPage {
    @Test
    void aCallCanBeMadeAndLeftByKeysAlone() {
        Person ada = people.person("Ada").opens(base, "keys");
        ada.page().focus("#room");
        ada.page().keyboard().press("Enter");
        ada.awaits("body[data-state=call]");
        for (String[] key : new String[][] {{"m", "microphone"}, {"c", "camera"}, {"h", "hand"}}) {
            Object before = pressed(ada, key[1]);
            ada.page().keyboard().press(key[0]);
            ada.awaits("#" + key[1] + ":not([aria-pressed='" + before + "'])");
        }
        ada.page().keyboard().press("f");
        ada.hasElement("#full-screen[aria-pressed=true]");
        ada.page().keyboard().press("f");
        ada.page().keyboard().press("?");
        ada.awaits("#shortcuts[open]");
        ada.photograph("shortcuts");
        ada.page().keyboard().press("m"); // means nothing to a dialog
        ada.page().keyboard().press("Escape");
        ada.hasElement("#shortcuts:not([open])");
        assertEquals("false", pressed(ada, "microphone"));
        ada.page().keyboard().press("p");
        ada.awaits("#present");
        ada.page().keyboard().press("t");
        ada.awaits("#chat");
        ada.page().keyboard().type("much room");
        assertEquals("much room", ada.page().inputValue("#words"));
        assertEquals("false", pressed(ada, "microphone"));
        ada.page().keyboard().press("Escape");
        ada.page().focus("#leave");
        ada.page().keyboard().press("Enter");
        ada.awaits("body[data-state=left]");
    }

    @Test
    void oneSpeaksAsLongAsTheSpaceBarIsHeldDown() {
        Person ada = people.person("Ada").opens(base, "push").joins();
        Person grace = people.person("Grace").opens(base, "push").joins();
        ada.until("() => document.getElementById('announcement').textContent === 'Grace joined.'", "");
        ada.presses("#microphone", false);
        grace.seesOf(ada, "microphone", "off");
        ada.page().keyboard().down(" ");
        grace.seesOf(ada, "microphone", "on");
        ada.page().keyboard().up(" ");
        grace.seesOf(ada, "microphone", "off");
        ada.awaits("#microphone[aria-pressed=false]");
    }

    /** WCAG 2.1.4: who speaks to the computer types many letters without meaning to. */
    @Test
    void singleKeysCanBeSwitchedOff() {
        Person ada = people.person("Ada").opens(base, "off");
        ada.page().click("#lobby .open-settings");
        ada.page().selectOption("#choose-keys", "off");
        ada.page().click("#settings .primary");
        ada.joins();
        ada.page().keyboard().press("m");
        ada.page().keyboard().press("h");
        ada.page().click("#open-more");
        ada.page().click("#open-shortcuts");
        ada.awaits("#shortcuts[open]");
        assertEquals("true", pressed(ada, "microphone"));
        assertEquals("false", pressed(ada, "hand"));
    }

    private static Object pressed(Person person, String button) {
        return person.page().getAttribute("#" + button, "aria-pressed");
    }
}
