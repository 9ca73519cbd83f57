package org.visavis.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.visavis.browser.Equipment;

/** Somebody with a page and a profile of their own. What waits, waits for a condition within the page. */
final class Caller implements AutoCloseable {
    private final BrowserContext context;
    private final Page page;
    private final FacePage kind;

    /**
     * Opens the page, up to having seen oneself in the lobby for a while.
     *
     * @param rest for how long
     */
    Caller(Browser browser, FacePage kind, String room, Duration rest) {
        Browser.NewContextOptions profile = new Browser.NewContextOptions();
        Equipment.COMPLETE.profile().accept(profile);
        this.kind = kind;
        context = browser.newContext(profile);
        context.addInitScript(FaceSite.FOLDER.resolve("arrival.js"));
        page = context.newPage();
        page.navigate(kind.address() + room);
        page.fill("#name", "Ada");
        page.evaluate("seconds => arrival.ready(seconds)", rest.toMillis() / 1e3);
    }

    Page page() {
        return page;
    }

    void joins() {
        page.click("#join");
    }

    /** Waits until so many others have a tile. */
    void sees(int others) {
        page.evaluate("others => arrival.seen(others)", others);
    }

    /** Waits for pictures of so many others: how long each took, in milliseconds since Join was pressed. */
    List<Double> pictures(int others) {
        List<?> times = (List<?>) page.evaluate("others => arrival.pictures(others)", others);
        return times.stream().map(time -> ((Number) time).doubleValue()).toList();
    }

    /** Adds each step that the page has marked, in milliseconds since Join was pressed. */
    void steps(Results results, String scenario, String setup) {
        List<?> steps = (List<?>) page.evaluate("marks => arrival.steps(marks)", kind.marks());
        for (Object step : steps) {
            List<?> pair = (List<?>) step;
            double time = ((Number) pair.get(1)).doubleValue();
            results.add(scenario, setup, kind.title(), pair.get(0) + " ms", time);
        }
    }

    /** What it took to load the page, by what it is and its unit. */
    Map<String, Double> load() {
        Map<?, ?> load = (Map<?, ?>) page.evaluate("() => arrival.load()");
        Map<String, Double> values = new TreeMap<>();
        load.forEach((metric, value) -> values.put((String) metric, ((Number) value).doubleValue()));
        return values;
    }

    void leaves() {
        page.click("#leave");
    }

    @Override
    public void close() {
        context.close();
    }
}
