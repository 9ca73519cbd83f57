package org.visavis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the administrator sees of calls, and does about them. */
@Tag("browser")
@Tag("standalone")
class AdminPageIT {
    private static final String EVIL = "<img src=x onerror=alert(1)>";

    @RegisterExtension
    final People people = new People();

    private ExecutableWar war;

    @BeforeEach
    void start() {
        war = new ExecutableWar(0);
    }

    @AfterEach
    void stop() {
        war.close();
    }

    static Stream<Map.Entry<String, Equipment>> screens() {
        return Stream.of(
                Map.entry("desktop", Equipment.COMPLETE),
                Map.entry("dark", Equipment.COMPLETE.inDark().inLanguage("de")),
                Map.entry("phone", Equipment.PHONE),
                Map.entry("phone-ar", Equipment.PHONE.inDark().inLanguage("ar")));
    }

    @ParameterizedTest
    @MethodSource("screens")
    @SuppressWarnings("try") // those in the rooms do nothing
    void isWithoutBarriersOnEachScreen(Map.Entry<String, Equipment> screen) {
        URI base = war.base();
        try (Crowd guests = new Crowd(base, "daily", 3);
                Crowd others = new Crowd(base, "a-room-with-a-rather-long-name-as-the-page-makes-them", 1)) {
            Person admin = people.person("Margaret", screen.getValue()).mayComplain("40[13]");
            admin.opens(base + "admin.html").awaits("#gate");
            looksAround(admin, screen.getKey() + "-gate");
            admin.opens(war.administratorLink());
            assertThat(admin.page().locator("#rooms > li")).hasCount(2);
            assertThat(admin.page()).hasURL(base + "admin.html"); // without the token
            looksAround(admin, screen.getKey());
            admin.until("() => document.documentElement.scrollWidth <= innerWidth", "");
        }
    }

    @Test
    void seesWhoComesAndGoesWhateverTheyCallThemselves() {
        Person admin = people.person("Margaret").opens(war.administratorLink());
        assertThat(admin.page().locator("#rooms-hint")).hasText("Nobody is in a call.");
        Person ada = people.person(EVIL).opens(war.base(), "daily").joins();
        Locator daily = admin.page().locator("#rooms > li:has(.name:text-is('daily'))");
        assertThat(daily.locator(".who")).hasText(new String[] {EVIL});
        assertThat(daily.locator(".more")).containsText(Pattern.compile("(^|\\s)(127\\.0\\.0\\.1|::1)$"));
        Person grace = people.person("Grace").opens(war.base(), "daily").joins();
        assertThat(daily.locator(".who")).hasText(new String[] {EVIL, "Grace"});
        grace.leaves();
        assertThat(daily.locator(".who")).hasText(new String[] {EVIL});

        admin.page().fill("#filter", "nowhere");
        assertThat(admin.page().locator("#rooms-hint")).hasText("No room has this in its name.");
        assertThat(daily).hasCount(0);
        admin.page().fill("#filter", "DAI");
        assertThat(daily).hasCount(1);
        ada.leaves();
        assertThat(admin.page().locator("#rooms-hint")).hasText("Nobody is in a call.");
    }

    @Test
    void speaksToACallAndEndsIt() {
        Person ada = people.person("Ada").opens(war.base(), "daily").joins();
        Person hedy = people.person("Hedy", Equipment.PHONE.inLanguage("de"))
                .opens(war.base(), "other")
                .joins();
        Person admin = people.person("Margaret").opens(war.administratorLink());
        Page page = admin.page();
        Locator daily = page.locator("#rooms > li:has(.name:text-is('daily'))");
        daily.locator("button.announce").click();
        page.fill("#announce-text", EVIL);
        admin.photograph("announcement");
        admin.looksForBarriers("announcement");
        page.click("#announcing .primary");
        assertThat(page.locator("#announcing")).isHidden();
        assertThat(ada.page().locator("#message-text")).containsText(EVIL);
        page.click("#announce");
        page.fill("#announce-text", "Restart at noon");
        page.keyboard().press("Tab");
        page.click("#announcing .primary");
        assertThat(ada.page().locator("#message-text")).containsText("Restart at noon");
        assertThat(hedy.page().locator("#message-text")).containsText("Von der Administration");
        hedy.photograph("announced");

        daily.locator("button.close").click();
        admin.photograph("closing");
        admin.looksForBarriers("closing");
        page.click("#closing .cancel");
        assertThat(page.locator("#closing")).isHidden();
        daily.locator("button.close").click();
        page.click("#closing .primary");
        assertThat(ada.page().locator("#message-text")).hasText("An administrator has closed this room.");
        ada.awaits("#lobby");
        assertThat(daily).hasCount(0);
        assertThat(page.locator("#rooms > li")).hasCount(1);
        ada.joins();
        assertThat(daily).hasCount(1);
    }

    @Test
    void drainsTheServer() {
        Person admin = people.person("Margaret").opens(war.administratorLink());
        admin.page().click("#drain:text-is('Drain')");
        assertThat(admin.page().locator("#drain-text")).containsText("newcomers are asked to wait");
        admin.page().click("#drain:text-is('End draining')");
        assertThat(admin.page().locator("#drain")).hasText("Drain");
        people.person("Ada").opens(war.base(), "daily").joins();
    }

    @Test
    void aLinkWorksOnceAndSigningOutEndsIt() {
        String link = war.administratorLink();
        Person admin = people.person("Margaret").mayComplain("40[13]").opens(link);
        admin.awaits("#view");
        admin.page().reload();
        admin.awaits("#view");
        admin.page().click("#sign-out");
        assertThat(admin.page().locator("#gate-text")).containsText("admin-link");
        admin.page().navigate(link);
        assertThat(admin.page().locator("#gate-text")).hasText(Pattern.compile("^This link has been used"));
    }

    private static void looksAround(Person person, String view) {
        person.photograph(view);
        person.looksForBarriers("administrator " + view);
    }
}
