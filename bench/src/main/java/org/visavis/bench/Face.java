package org.visavis.bench;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** From pressing Join to the first decoded picture of somebody else, in Visavis and in the same page made with PeerJS. */
final class Face {
    private static final String SCENARIO = "face";

    /** So many join one after the other, then it is the other page's turn. */
    private static final int IN_A_ROW = 5;

    private final Results results;
    private final Browser browser;
    private final List<FacePage> pages;
    private final Duration rest;

    private Face(Results results, Browser browser, List<FacePage> pages, Duration rest) {
        this.results = results;
        this.browser = browser;
        this.pages = pages;
        this.rest = rest;
    }

    /** Measures joins with both pages in turns, or with ours alone where the other one's server is missing. */
    static void measure(Bench bench) throws IOException, InterruptedException, MissingContender {
        FacePage ours = FacePage.visavis(bench.server(Contender.VISAVIS).port());
        try (FaceSite site = new FaceSite(NodePackages.folder())) {
            measure(
                    bench,
                    List.of(ours, site.page(bench.server(Contender.PEER_SERVER).port())));
        } catch (MissingContender missing) {
            bench.results().missing(FacePage.PEERJS, missing.getMessage());
            measure(bench, List.of(ours));
        }
    }

    /** All pages are open in one browser. */
    private static void measure(Bench bench, List<FacePage> pages) throws IOException {
        Face face =
                new Face(bench.results(), bench.browser(), pages, bench.extent().rest());
        for (int others : bench.extent().others()) {
            String setup = others == 1 ? "second of two" : "fourth of four";
            face.measure(setup, others, bench.extent().faces());
            bench.save();
        }
    }

    private void measure(String setup, int others, int times) {
        for (int done = 0; done < times; done += IN_A_ROW) {
            System.out.println("  %s: %d of %d joins".formatted(setup, done, times));
            for (FacePage page : pages) measure(setup, page, others, Math.min(IN_A_ROW, times - done), "face-" + done);
        }
    }

    private void measure(String setup, FacePage page, int others, int times, String room) {
        List<Caller> present = new ArrayList<>();
        try {
            for (int i = 0; i < others; i++) {
                Caller caller = new Caller(browser, page, room + others, rest);
                present.add(caller);
                caller.joins();
                caller.pictures(i);
                for (Caller each : present) each.sees(i);
            }
            for (int i = 0; i < times; i++) {
                join(setup, page, others, room + others);
                for (Caller each : present) each.sees(others - 1);
            }
        } finally {
            present.forEach(Caller::close);
        }
    }

    private void join(String setup, FacePage page, int others, String room) {
        try (Caller latecomer = new Caller(browser, page, room, rest)) {
            latecomer.joins();
            List<Double> pictures = latecomer.pictures(others);
            results.add(SCENARIO, setup, page.title(), "first picture ms", Collections.min(pictures));
            results.add(SCENARIO, setup, page.title(), "all pictures ms", Collections.max(pictures));
            latecomer.steps(results, SCENARIO, setup);
            latecomer.leaves();
        }
    }
}
