package org.visavis.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the page itself costs: to load, and while one is alone in a call, and in a call of four. */
final class PageCost {
    private static final String SCENARIO = "page";

    /** Durations of {@code Performance.getMetrics}, in seconds since the page was opened. */
    private static final Map<String, String> DURATIONS = Map.of(
            "TaskDuration", "main thread ms/s",
            "ScriptDuration", "scripts ms/s",
            "RecalcStyleDuration", "styles ms/s",
            "LayoutDuration", "layout ms/s");

    private final Results results;
    private final Browser browser;
    private final FacePage page;
    private final Bench.Extent extent;

    private PageCost(Results results, Browser browser, FacePage page, Bench.Extent extent) {
        this.results = results;
        this.browser = browser;
        this.page = page;
        this.extent = extent;
    }

    /** Measures it as often and as long as the extent says; the page's slowest timer is one second. */
    static void measure(Bench bench) throws IOException, InterruptedException, MissingContender {
        FacePage page = FacePage.visavis(bench.server(Contender.VISAVIS).port());
        int most = Collections.max(bench.extent().others());
        PageCost cost = new PageCost(bench.results(), bench.browser(), page, bench.extent());
        for (int i = 0; i < bench.extent().rounds(); i++) {
            cost.load("load-" + i);
            cost.call("alone in a call", "alone-" + i, 0);
            cost.call(most == 3 ? "call of four" : "call of two", "call-" + i, most);
            bench.save();
        }
    }

    private void load(String room) {
        try (Caller caller = new Caller(browser, page, room, extent.rest())) {
            caller.load().forEach((metric, value) -> add("load", metric, value));
        }
    }

    private void call(String setup, String room, int others) throws IOException {
        List<Caller> present = new ArrayList<>();
        try {
            for (int i = 0; i < others; i++) present.add(joined(room, i));
            Renderers renderers = new Renderers(browser);
            Set<Long> before = renderers.all();
            Caller caller = joined(room, others);
            present.add(caller);
            watch(setup, caller.page());
            renderers.residentSince(before).ifPresent(resident -> add(setup, "renderer resident MB", resident / 1e6));
        } finally {
            present.forEach(Caller::close);
        }
    }

    private Caller joined(String room, int others) {
        Caller caller = new Caller(browser, page, room, extent.rest());
        caller.joins();
        caller.page().locator("body[data-state=call]").waitFor();
        caller.pictures(others);
        return caller;
    }

    /** The page decodes and shows pictures all the while; what other threads do is not in these figures. */
    private void watch(String setup, Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("Performance.enable");
        Map<String, Double> start = metrics(session);
        page.waitForTimeout((double) extent.watch().toMillis());
        Map<String, Double> end = metrics(session);
        double seconds = end.get("Timestamp") - start.get("Timestamp");
        DURATIONS.forEach(
                (duration, metric) -> add(setup, metric, (end.get(duration) - start.get(duration)) * 1000 / seconds));
        add(setup, "styles /s", (end.get("RecalcStyleCount") - start.get("RecalcStyleCount")) / seconds);
        add(setup, "layouts /s", (end.get("LayoutCount") - start.get("LayoutCount")) / seconds);
        session.send("HeapProfiler.collectGarbage");
        add(setup, "scripts' heap MB", metrics(session).get("JSHeapUsedSize") / 1e6);
    }

    private static Map<String, Double> metrics(CDPSession session) {
        Map<String, Double> metrics = new HashMap<>();
        session.send("Performance.getMetrics").getAsJsonArray("metrics").forEach(metric -> {
            JsonObject pair = metric.getAsJsonObject();
            metrics.put(pair.get("name").getAsString(), pair.get("value").getAsDouble());
        });
        return metrics;
    }

    private void add(String setup, String metric, double value) {
        results.add(SCENARIO, setup, FacePage.VISAVIS, metric, value);
    }
}
