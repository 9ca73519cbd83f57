package org.visavis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The room for pictures is used well: what is large, what is small, and nothing hidden or over another thing. */
class LayoutIT extends DeployedPage {
    private static final int[][] WINDOWS = {{1280, 720}, {360, 640}, {640, 360}, {1920, 1080}, {800, 1100}};

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

    /** Nothing scrolls, no tile is outside or, but in a call of two, over another, and none is without a size. */
    private static final String ALL_IN_PLACE = """
            () => {
              const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
              if (scrollHeight > clientHeight || scrollWidth > clientWidth) return false;
              const outer = document.getElementById("tiles").getBoundingClientRect();
              const all = [...document.querySelectorAll("#tiles .tile")].map((tile) => tile.getBoundingClientRect());
              const inside = all.every((tile) => tile.left >= outer.left - 1 && tile.right <= outer.right + 1
                  && tile.top >= outer.top - 1 && tile.bottom <= outer.bottom + 1 && tile.width > 30 && tile.height > 30);
              return inside && (all.length === 2 || all.every((a, i) => all.slice(i + 1).every((b) =>
                  a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top)));
            }""";

    /** The button goes round the corners and the mouse goes to any; what is chosen stays, and nothing is covered. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"wide, en", "phone, en", "sideways, en", "wide, ar", "phone, ar"})
    void inACallOfTwoTheOwnPictureIsSmallInACornerThatOneChooses(String screen, String language) {
        String room = People.room();
        Equipment equipment = switch (screen) {
            case "phone" -> Equipment.PHONE;
            case "sideways" -> Equipment.PHONE_SIDEWAYS.inDark();
            default -> Equipment.COMPLETE;
        };
        Person ada = people.person("Ada Lovelace", equipment.inLanguage(language))
                .opens(base, room)
                .joins();
        Person grace =
                people.person("Grace Brewster Murray Hopper").opens(base, room).joins();
        ada.sees(grace);
        grace.presses("#hand", true);
        grace.presses("#microphone", false);
        ada.seesOf(grace, "hand", "on");
        ada.seesOf(grace, "microphone", "off");
        ada.hasElement("#tiles .tile[data-staged] .quality[title]");
        for (String corner : new String[] {"bottom-end", "bottom-start", "top-start", "top-end"}) {
            ada.until(OWN_IS_SMALL, corner);
            ada.tileOf(grace).hover(new Locator.HoverOptions().setForce(true)); // the pin is shown then
            ada.until(NOTHING_IS_COVERED, "");
            ada.photograph("corner-" + screen + "-" + language + "-" + corner);
            ada.page().focus(".tile[data-self] .corner");
            ada.page().keyboard().press("Enter");
        }
        ada.until(OWN_IS_SMALL, "bottom-end");
        drags(ada, ".tile[data-self]", "ar".equals(language) ? 0.9 : 0.1, 0.1);
        ada.until(OWN_IS_SMALL, "top-start");
        ada.page().reload();
        ada.sees(grace);
        ada.until(OWN_IS_SMALL, "top-start");
    }

    /** The other's picture fills all there is, and the own one is in that corner of it. */
    private static final String OWN_IS_SMALL = """
            (corner) => {
              const all = document.getElementById("tiles").getBoundingClientRect();
              const staged = document.querySelector(".tile[data-staged]:not([data-self])")?.getBoundingClientRect();
              const own = document.querySelector(".tile[data-self][data-inset]")?.getBoundingClientRect();
              if (!staged || !own || staged.width < all.width - 1 || staged.height < all.height - 1) return false;
              const [block, inline] = corner.split("-");
              const left = (inline === "start") === (document.documentElement.dir !== "rtl");
              const near = (a, b) => Math.abs(a - b) < 12;
              return own.width < all.width / 2 && own.height < all.height / 2
                  && (block === "top" ? near(own.top, all.top) : near(own.bottom, all.bottom))
                  && (left ? near(own.left, all.left) : near(own.right, all.right));
            }""";

    /** Neither a name nor a sign nor a button is under the own picture, and each is within the window. */
    private static final String NOTHING_IS_COVERED = """
            () => {
              const own = document.querySelector(".tile[data-inset]").getBoundingClientRect();
              return [...document.querySelectorAll(
                  ".tile[data-staged] :is(figcaption, .pin, .hand), #call > footer button:not([hidden])")].every((each) => {
                const { left, right, top, bottom, width } = each.getBoundingClientRect();
                const apart = right <= own.left || own.right <= left || bottom <= own.top || own.bottom <= top;
                return width > 0 && apart && left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
              });
            }""";

    /** Moves something with the mouse to a point of the pictures, as parts of their width and height. */
    private static void drags(Person person, String selector, double x, double y) {
        BoundingBox from = person.page().locator(selector).boundingBox();
        BoundingBox all = person.page().locator("#tiles").boundingBox();
        person.page().mouse().move(from.x + from.width / 2, from.y + from.height / 2);
        person.page().mouse().down();
        person.page().mouse().move(all.x + all.width * x, all.y + all.height * y, new Mouse.MoveOptions().setSteps(4));
        person.page().mouse().up();
    }

    /** What is pinned is seen as a whole, and so is a screen, with both people beside it. */
    @Test
    void aPinAndAScreenTakeTheStageInACallOfTwo() {
        Person ada = people.person("Ada").opens(base, "two").joins();
        Person grace =
                people.person("Grace", Equipment.SCREEN).opens(base, "two").joins();
        ada.sees(grace);
        ada.until(OWN_IS_SMALL, "bottom-end");
        ada.tileOf(grace).hover();
        ada.tileOf(grace).locator(".pin").click();
        ada.hasElement(".tile[data-staged][data-whole]:not([data-self]) .pin[aria-pressed=true]");
        ada.tileOf(grace).locator(".pin").click();
        ada.page().setViewportSize(360, 740);
        ada.hasElement(".tile[data-staged]:not([data-whole])"); // a phone is filled
        ada.page().setViewportSize(1280, 720);
        grace.page().click("#screen");
        ada.hasElement(".tile[data-screen][data-staged]");
        ada.until(
                "() => !document.querySelector('[data-inset]') && document.querySelectorAll('.tile').length === 3", "");
        ada.until(ALL_IN_PLACE, "");
        grace.page().click("#screen");
        ada.until(OWN_IS_SMALL, "bottom-end");
    }

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
        hedy.presses("#microphone", true);
        ada.page().keyboard().press("v");
        ada.hasElement("#tiles:not(:has([data-staged]))");
        ada.seesAndHears(2);
    }

    @Test
    void picturesAreSentAsLargeAsTheyAreSeen() {
        Person ada = people.person("Ada").opens(base, "seen").joins();
        Person grace = people.person("Grace").opens(base, "seen").joins();
        ada.seesAndHears(1);
        ada.page().setViewportSize(280, 240);
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
        assertEquals(List.of("Connection", "Round trip", "Packet loss", "Received", "Sent"), terms);
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
                .containsText(Pattern.compile(
                        "since joining\\s*socket \\d+, welcome \\d+, offer \\d+, answer \\d+, ICE \\d+, "
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
