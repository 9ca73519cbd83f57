package org.visavis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.visavis.Deployments;

/** The room for pictures is used well: what is large, what is small, and nothing hidden or over another thing. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LayoutIT {
    private static final int[][] WINDOWS = {{1280, 720}, {360, 640}, {640, 360}, {1920, 1080}, {800, 1100}};

    @RegisterExtension
    final People people = new People();

    @ArquillianResource
    URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.war();
    }

    /** Those who join by the protocol alone have no picture, which costs nothing, and a tile like everybody else. */
    @Test
    void oneToNineFitEveryWindow() {
        Person ada = people.person("Ada Lovelace").opens(base, "sizes").joins();
        List<Crowd> guests = new ArrayList<>();
        try {
            for (int count = 1; count <= 9; count++) {
                if (count > 1) guests.add(new Crowd(base, "sizes", 1));
                ada.until("(count) => document.querySelectorAll('#tiles .tile').length === count", (double) count);
                for (int[] size : WINDOWS) {
                    ada.page().setViewportSize(size[0], size[1]);
                    ada.until(ALL_IN_PLACE, "");
                    if (count == 9) ada.photograph("nine-" + size[0] + "x" + size[1]);
                }
            }
        } finally {
            guests.forEach(Crowd::close);
        }
    }

    /** Nothing scrolls, no tile is outside or over another, and none is without a size. */
    private static final String ALL_IN_PLACE = """
            () => {
              const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
              if (scrollHeight > clientHeight || scrollWidth > clientWidth) return false;
              const outer = document.getElementById("tiles").getBoundingClientRect();
              const all = [...document.querySelectorAll("#tiles .tile")].map((tile) => tile.getBoundingClientRect());
              const inside = all.every((tile) => tile.left >= outer.left - 1 && tile.right <= outer.right + 1
                  && tile.top >= outer.top - 1 && tile.bottom <= outer.bottom + 1 && tile.width > 30 && tile.height > 30);
              return inside && all.every((a, i) => all.slice(i + 1).every((b) =>
                  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top));
            }""";

    @Test
    void oneIsPinnedAndTheSpeakerIsLarge() {
        Person ada = people.person("Ada", Equipment.FRUGAL).opens(base, "pin").joins();
        Person grace =
                people.person("Grace", Equipment.FRUGAL).opens(base, "pin").joins();
        Person hedy = people.person("Hedy", Equipment.FRUGAL).opens(base, "pin").joins();
        ada.seesAndHears(2);
        ada.tileOf(grace).hover();
        ada.tileOf(grace).locator(".pin").click();
        isLarge(ada, grace);
        ada.photograph("pinned");
        ada.tileOf(grace).locator(".pin").click();
        ada.hasElement("#tiles:not(:has([data-staged]))");

        ada.page().click("#open-people");
        ada.page().click("#present-list li:has(.name:text-is('Hedy')) .pin");
        isLarge(ada, hedy);
        ada.photograph("people");
        ada.page().click("#present-list li:has(.name:text-is('Hedy')) .pin");
        ada.page().click("#open-people");

        grace.presses("#microphone", false); // so that Hedy is the one who speaks
        ada.page().keyboard().press("v");
        isLarge(ada, hedy);
        grace.presses("#microphone", true);
        hedy.presses("#microphone", false);
        isLarge(ada, grace);
        ada.page().keyboard().press("v");
        ada.hasElement("#tiles:not(:has([data-staged]))");
        ada.seesAndHears(2);
    }

    @Test
    void picturesAreSentAsLargeAsTheyAreSeen() {
        Person ada = people.person("Ada").opens(base, "seen").joins();
        Person grace = people.person("Grace").opens(base, "seen").joins();
        ada.seesAndHears(1);
        ada.page().setViewportSize(360, 360);
        grace.until(DIVIDES + " >= 3", "");
        ada.until("() => document.querySelector('#tiles figure:not([data-self]) video').videoHeight <= 240", "");
        ada.seesAndHears(1);
        ada.page().setViewportSize(1280, 720);
        grace.until(DIVIDES + " < 3", "");
        ada.seesAndHears(1);
    }

    /** By how much the sides of the camera's picture are divided before it is sent. */
    private static final String DIVIDES = """
            () => recorder.live()[0].getSenders().find(({ track }) => track?.kind === "video")
                .getParameters().encodings[0].scaleResolutionDownBy""";

    @Test
    void theCallIsInASmallWindowOverEverythingElse() {
        Person ada = people.person("Ada").opens(base, "window").joins();
        Person grace = people.person("Grace").opens(base, "window").joins();
        ada.seesAndHears(1);
        ada.sees(grace);
        ada.page().click("#open-more");
        ada.page().click("#picture-in-picture");
        ada.until("() => document.pictureInPictureElement?.videoWidth > 0", "");
        ada.hasElement("#picture-in-picture[aria-pressed=true]");
        ada.page().click("#open-more");
        ada.page().click("#picture-in-picture");
        ada.until("() => document.pictureInPictureElement === null", "");
        ada.hasElement("#picture-in-picture[aria-pressed=false]");
    }

    @Test
    void theDetailsOfAConnectionAreThere() {
        Person ada = people.person("Ada").opens(base, "details").joins();
        Person grace = people.person("Grace").opens(base, "details").joins();
        ada.seesAndHears(1);
        ada.tileOf(grace).locator(".quality").click();
        ada.awaits("#details[open] dl div:nth-child(5)");
        List<String> terms = ada.page().locator("#details dt").allTextContents();
        assertEquals(List.of("Connection", "Round trip", "Lost", "Received", "Sent"), terms);
        ada.photograph("details");
        ada.page().keyboard().press("Escape");
        ada.hasElement("#details:not([open])");
    }

    /** Who was there first waited for nobody, so that only the latecomer's page has them. */
    @Test
    void theDetailsSayHowLongJoiningTook() {
        Person ada = people.person("Ada").opens(base, "steps").joins();
        Person grace = people.person("Grace").opens(base, "steps").joins();
        grace.seesAndHears(1);
        grace.tileOf(ada).locator(".quality").click();
        grace.awaits("#details[open] dl div:nth-child(6)");
        assertThat(grace.page().locator("#details dl div").last())
                .containsText(
                        Pattern.compile("joining to\\s*socket \\d+, welcome \\d+, offer \\d+, answer \\d+, ICE \\d+, "
                                + "DTLS \\d+, picture \\d+"));
    }

    /** Nobody waits for the picture of one who shows none. */
    @Test
    void joiningTakesNoTimeWhereNothingIsSeen() {
        Person ada = people.person("Ada", Equipment.NOT_ALLOWED).opens(base, "unseen");
        ada.isTold("camera-refused");
        ada.joins();
        Person grace = people.person("Grace").opens(base, "unseen").joins();
        ada.seesAndHears(1);
        Person hedy = people.person("Hedy").opens(base, "unseen").joins();
        grace.sees(hedy);
        grace.tileOf(hedy).locator(".quality").click();
        grace.awaits("#details[open] dl div:nth-child(5)");
        assertEquals(5, grace.page().locator("#details dt").count());
    }

    private static void isLarge(Person one, Person other) {
        Locator tile = one.tileOf(other);
        tile.and(one.page().locator("[data-staged]")).waitFor();
        Map<?, ?> sizes = (Map<?, ?>) one.page().evaluate("""
                () => {
                  const height = (tile) => tile.getBoundingClientRect().height;
                  const tiles = [...document.querySelectorAll("#tiles .tile")];
                  return {
                    staged: height(document.querySelector("[data-staged]")),
                    others: Math.max(...tiles.filter((tile) => !tile.hasAttribute("data-staged")).map(height)),
                  };
                }""");
        double staged = ((Number) sizes.get("staged")).doubleValue();
        double others = ((Number) sizes.get("others")).doubleValue();
        assertTrue(staged > 1.5 * others, sizes::toString);
    }
}
