package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A screen that is shared is seen as it is, beside its owner's camera, by all who are there or come later. */
class ScreenIT extends DeployedPage {
    private static final String SCREEN = "#tiles figure[data-screen]:not([data-self]):not([hidden])";

    /** The colour in the middle of the large picture is that one, as far as an encoder leaves colours alone. */
    private static final String SHOWS = """
            (colour) => {
              const video = document.querySelector("[data-screen][data-staged] video");
              if (!video?.videoWidth) return false;
              const canvas = Object.assign(document.createElement("canvas"), { width: video.videoWidth, height: video.videoHeight });
              const context = canvas.getContext("2d");
              context.drawImage(video, 0, 0);
              const { data } = context.getImageData(video.videoWidth / 2, video.videoHeight / 2, 1, 1);
              return colour.every((part, i) => Math.abs(part - data[i]) < 48);
            }""";

    @Test
    void itTakesTheStageAndIsSharp() {
        Person ada =
                people.person("Ada", Equipment.SCREEN).opens(base, "screen").joins();
        Person grace =
                people.person("Grace", Equipment.SCREEN).opens(base, "screen").joins();
        grace.seesAndHears(1);
        String description = "() => recorder.live().length";
        paints(ada, "rgb(220, 40, 160)");
        ada.presses("#screen", true);
        grace.hasElement(SCREEN + "[data-staged]");
        grace.until(SHOWS, List.of(220, 40, 160));
        grace.until("() => document.querySelector('[data-staged] video').videoWidth === 1280", "");
        grace.seesPicture("#tiles figure:not([data-self]):not([data-screen]) video");
        grace.photograph("screen");
        assertEquals(1, ada.page().evaluate(description));
        assertEquals(
                "detail",
                ada.page()
                        .evaluate("() => document.querySelector('[data-self][data-screen] video').srcObject"
                                + ".getVideoTracks()[0].contentHint"));
        ada.until(SHARP_BEFORE_SMOOTH, "");

        paints(ada, "rgb(40, 160, 220)");
        grace.until(SHOWS, List.of(40, 160, 220));

        Person hedy =
                people.person("Hedy", Equipment.SCREEN).opens(base, "screen").joins();
        hedy.until(SHOWS, List.of(40, 160, 220));

        ada.presses("#screen", false);
        grace.hasElement("#tiles:not(:has([data-staged]))");
        hedy.hasElement("#tiles:not(:has([data-staged]))");
        grace.seesAndHears(2);
    }

    /** The sender that carries the screen has a limit of its own, and keeps the size where not all can be kept. */
    private static final String SHARP_BEFORE_SMOOTH = """
            () => {
              const sender = recorder.live()[0].getSenders().find(({ track }) => track?.contentHint === "detail");
              const { degradationPreference, encodings } = sender.getParameters();
              return degradationPreference === "maintain-resolution" && encodings[0].maxBitrate === 2_500_000;
            }""";

    @Test
    void severalShareAtATimeAndEndInTheBrowsersOwnBar() {
        Person ada =
                people.person("Ada", Equipment.SCREEN).opens(base, "screens").joins();
        Person grace =
                people.person("Grace", Equipment.SCREEN).opens(base, "screens").joins();
        grace.seesAndHears(1);
        paints(ada, "rgb(220, 40, 160)");
        ada.presses("#screen", true);
        grace.until(SHOWS, List.of(220, 40, 160));
        paints(grace, "rgb(40, 160, 220)");
        grace.presses("#screen", true);
        ada.until(SHOWS, List.of(40, 160, 220));
        grace.photograph("both-screens");

        ada.page()
                .evaluate("() => document.querySelector('[data-self][data-screen] video').srcObject"
                        + ".getVideoTracks()[0].dispatchEvent(new Event('ended'))");
        ada.awaits("#screen[aria-pressed=false]");
        grace.hasElement("#tiles:not(:has([data-screen][data-staged]))");
        ada.presses("#screen", true);
        grace.until(SHOWS, List.of(220, 40, 160));
        ada.seesAndHears(1);
    }

    /** What the browser captures is the person's own page. */
    private static void paints(Person person, String colour) {
        person.page().evaluate("""
                (colour) => {
                  const sign = document.getElementById("sign") ?? document.body.appendChild(document.createElement("div"));
                  sign.id = "sign";
                  Object.assign(sign.style, { position: "fixed", inset: "30%", zIndex: 9, background: colour });
                }""", colour);
    }
}
