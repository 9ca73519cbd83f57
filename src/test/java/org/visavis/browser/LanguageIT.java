package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in the languages of those who use it. That none lacks a sentence is checked elsewhere; here, that all fit. */
class LanguageIT extends DeployedPage {
    /** Nothing sticks out of the window, and no button cuts off what it says. */
    private static final String FITS = """
            () => document.documentElement.scrollWidth <= innerWidth
                && [...document.querySelectorAll("button, label, h1, h2, a")]
                    .filter((each) => each.checkVisibility() && !each.querySelector(".badge")) // which is meant to stick out
                    .every((each) => each.scrollWidth <= each.clientWidth + 1 || getComputedStyle(each).display === "inline"
                        || getComputedStyle(each).textOverflow === "ellipsis" || each.clientWidth <= 1)""";

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "ja", "ar"})
    void theBrowserSaysWhichLanguage(String language) {
        Person ada = people.person("Ada", Equipment.PHONE.inLanguage(language)).opens(base, "words");
        ada.awaits("html[lang=" + language + "][dir=" + (language.equals("ar") ? "rtl" : "ltr") + "]");
        fits(ada, language + "-lobby");
        ada.joins();
        ada.isTold("alone");
        fits(ada, language + "-call");
        ada.page().click("#open-more");
        fits(ada, language + "-more");
        ada.page().click("#more .open-settings");
        fits(ada, language + "-settings");
        ada.page().click("#settings .primary");
        ada.page().setViewportSize(1280, 720);
        ada.page().click("#open-chat");
        fits(ada, language + "-wide");
    }

    @Test
    void whatATestFoundFitsOnAPhone() {
        Person ada = people.person("Ada", Equipment.PHONE.inLanguage("de")).opens(base + "localwebrtc.html");
        ada.awaits("#summary[data-outcome=good]");
        fits(ada, "de-test");
        ada.page().locator("#checks li[data-check=idle]").scrollIntoViewIfNeeded();
        fits(ada, "de-test-end");
    }

    @Test
    void anotherIsChosenAndRemembered() {
        Person ada = people.person("Ada").opens(base, "choice");
        assertEquals("Join", ada.page().textContent("#join"));
        ada.page().click("#lobby .open-settings");
        ada.page().selectOption("#choose-language", "ar");
        ada.awaits("html[lang=ar][dir=rtl]");
        String arabic = ada.page().textContent("#join");
        ada.page().selectOption("#choose-language", "de");
        ada.awaits("html[lang=de][dir=ltr]");
        assertEquals("Beitreten", ada.page().textContent("#join"));
        ada.page().selectOption("#choose-language", "ar");
        ada.awaits("html[lang=ar][dir=rtl]");
        assertEquals(arabic, ada.page().textContent("#join"));
        ada.opens(base + "localwebrtc.html").awaits("html[lang=ar][dir=rtl]");
        ada.opens(base + "login.html").awaits("html[lang=ar][dir=rtl]");
    }

    @Test
    void coloursAreChosenAndRemembered() {
        Person ada = people.person("Ada").opens(base, "colours");
        String ground = "() => getComputedStyle(document.body).backgroundColor";
        assertEquals("rgb(244, 246, 248)", ada.page().evaluate(ground));
        ada.page().click("#lobby .open-settings");
        ada.page().selectOption("#choose-colours", "dark");
        assertEquals("rgb(20, 24, 29)", ada.page().evaluate(ground));
        ada.opens(base, "colours");
        assertEquals("rgb(20, 24, 29)", ada.page().evaluate(ground));
    }

    private static void fits(Person person, String view) {
        person.photograph(view);
        person.until(FITS, "");
    }
}
