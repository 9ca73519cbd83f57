package org.visavis.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Someone with a browser of their own, and what a test says about them. Everything that waits, waits for a condition. */
final class Person implements AutoCloseable {
    private final String name;
    private final String test;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> expectedComplaints = new ArrayList<>();

    Person(String name, String test, Browser browser, Equipment equipment) {
        this.name = name;
        this.test = test;
        context = browser.newContext(new Browser.NewContextOptions()
                .setPermissions(equipment.permissions())
                .setViewportSize(equipment.width(), equipment.height()));
        context.addInitScript(resource("recorder.js"));
        if (equipment.smallPictures()) context.addInitScript(resource("small-camera.js"));
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(name + ": " + message.text());
        });
        page.onPageError(error -> complaints.add(name + ": " + error));
    }

    static String resource(String file) {
        try (InputStream stream = Objects.requireNonNull(Person.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String name() {
        return name;
    }

    Page page() {
        return page;
    }

    // What a person does

    Person opens(String address) {
        page.navigate(address);
        return this;
    }

    /** Opens the page of an installation and asks to be let in; whether that succeeds is for {@link #isInCall}. */
    Person knocks(String base, String room) {
        opens(base + "webrtc.html");
        return knocks(room);
    }

    Person knocks(String room) {
        awaits("body[data-state=lobby]");
        page.fill("#name", name);
        page.fill("#room", room);
        page.click("#join");
        return this;
    }

    Person joins(String base, String room) {
        return knocks(base, room).isInCall();
    }

    void leaves() {
        page.click("#leave");
        awaits("body[data-state=left]");
    }

    // What a person sees

    Person isInCall() {
        awaits("body[data-state=call]");
        return this;
    }

    /** Waits for the tile of another, with picture: the element plays and has a size. */
    void sees(Person other) {
        Locator video = tileOf(other).locator("video");
        video.waitFor();
        Object element = video.elementHandle();
        page.waitForFunction("video => !video.paused && video.readyState >= 2 && video.videoWidth > 0", element);
    }

    void seesNoTileOf(Person other) {
        tileOf(other).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Waits until the tile of another says, for instance, that the microphone is off. */
    void seesOf(Person other, String attribute, String value) {
        tileOf(other)
                .and(page.locator("[data-" + attribute + "='" + value + "']"))
                .waitFor();
    }

    Locator tileOf(Person other) {
        return page.locator("#tiles figure.tile:not([data-self]):has(.name:text-is('" + other.name + "'))");
    }

    void isTold(String code) {
        page.locator("#message[data-code='" + code + "']").waitFor();
    }

    void awaits(String selector) {
        page.locator(selector).waitFor();
    }

    // What arrives

    /** Waits until pictures and sound of so many others have been decoded from now on. */
    void seesAndHears(int others) {
        marksArrivals();
        decodes("video", others);
        decodes("audio", others);
    }

    void marksArrivals() {
        page.evaluate("() => recorder.mark()");
    }

    void decodes(String kind, int others) {
        page.waitForFunction(
                "async ([kind, others]) => await recorder.decoding(kind) === others", List.of(kind, others));
    }

    // What is left of it

    /** Says that a test makes the browser itself complain, as it does about each connection that fails. */
    void mayComplain(String regex) {
        expectedComplaints.add(Pattern.compile(regex));
    }

    List<String> complaints() {
        return complaints.stream()
                .filter(complaint -> expectedComplaints.stream()
                        .noneMatch(expected -> expected.matcher(complaint).find()))
                .toList();
    }

    void photograph(String subject) {
        String file = test + "-" + subject.replaceAll("[^A-Za-z0-9-]+", "-") + ".png";
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("it.screenshots")).resolve(file)));
    }

    @Override
    public void close() {
        context.close();
    }
}
