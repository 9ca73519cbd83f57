package org.visavis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.visavis.User;

/** Someone with a browser of their own, and what a test says about them. Everything that waits, waits for a condition. */
final class Person implements AutoCloseable {
    /**
     * A violation of the content security policy that is the driver's: before a screenshot it adds the style
     * <code>body {}</code> to a page in Firefox, which names the hash of it.
     */
    private static final Pattern DRIVERS_STYLE =
            Pattern.compile(Pattern.quote("sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT+SmwNZWA="));

    private final String name;
    private final String test;
    private final Browser ownBrowser;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> expectedComplaints = new ArrayList<>(List.of(DRIVERS_STYLE));

    Person(String name, String test, Browser browser, Equipment equipment) {
        this.name = name;
        this.test = test;
        this.ownBrowser = equipment.host() == null ? null : browser;
        Browser.NewContextOptions profile = new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true); // where a test has HTTPS, nobody knows who signed its certificate
        equipment.profile().accept(profile);
        context = browser.newContext(profile);
        context.setDefaultTimeout(Browsers.PATIENCE);
        context.addInitScript(resource("recorder.js"));
        equipment.scripts().forEach(script -> context.addInitScript(resource(script)));
        page = context.newPage();
        // Chromium and Firefox report the same here, but for a request that fails: of that only Chromium complains.
        page.onConsoleMessage(message -> {
            if (Boolean.getBoolean("it.console"))
                System.out.println(LocalTime.now(ZoneOffset.UTC) + " " + name + ": " + message.text());
            if (message.type().equals("error"))
                complaints.add(name + ": " + message.text() + " at " + message.location());
        });
        page.onRequest(request -> {
            String host = URI.create(request.url()).getHost();
            String own = URI.create(page.url()).getHost();
            if (host != null && own != null && !host.equals(own) && !request.isNavigationRequest())
                complaints.add(name + ": asked another host, " + request.url());
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

    BrowserContext context() {
        return context;
    }

    // What a person does

    Person opens(String address) {
        page.navigate(address);
        return this;
    }

    /** Opens the page of an installation, up to the form that asks for name and room. */
    Person opens(URI base, String room) {
        return opens(base + "webrtc.html").fillsIn(room);
    }

    /** Fills in the form that asks for name and room. */
    Person fillsIn(String room) {
        awaits("body[data-state=lobby]");
        page.fill("#name", name);
        page.fill("#room", room);
        return this;
    }

    /** Fills in the container's login, as soon as it is there. */
    Person signsIn(User user) {
        signIn(page, user);
        return this;
    }

    static void signIn(Page page, User user) {
        page.fill("#j_username", user.login());
        page.fill("#j_password", user.password());
        page.click("#login button");
    }

    /** Asks to be let in; whether that succeeds is another question. */
    void knocks() {
        page.click("#join");
    }

    Person joins() {
        knocks();
        return awaits("body[data-state=call]");
    }

    /** Presses a switch, which then is on or off. */
    void presses(String button, boolean on) {
        page.click(button);
        awaits(button + "[aria-pressed=" + on + "]");
    }

    /** Chooses the device at this place of its list in the settings, which are open, and gives its name. */
    String chooses(String device, int index) {
        Locator list = page.locator("#choose-" + device);
        list.selectOption(new SelectOption().setIndex(index));
        return (String) list.evaluate("(list) => list.selectedOptions[0].label");
    }

    /** Writes something to all, in the panel beside the pictures. */
    void writes(String words) {
        if (!page.isVisible("#chat")) page.click("#open-chat");
        page.fill("#words", words);
        page.press("#words", "Enter");
    }

    void leaves() {
        page.click("#leave");
        awaits("body[data-state=left]");
    }

    // What a person sees

    void sees(Person other) {
        isThereOnce(other);
        seesPicture(tileOf(other).locator("video"));
    }

    void seesPicture(String selector) {
        seesPicture(page.locator(selector));
    }

    /** A picture is there where the element plays and has a size. */
    private void seesPicture(Locator video) {
        video.waitFor();
        until("video => !video.paused && video.readyState >= 2 && video.videoWidth > 0", video.elementHandle());
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

    /** By which the server knows another, whose camera may be off. */
    String idOf(Person other) {
        isThereOnce(other);
        return tileOf(other).getAttribute("data-peer");
    }

    /** One who rejoined is there twice until the server misses the old one. */
    private void isThereOnce(Person other) {
        assertThat(tileOf(other)).hasCount(1);
    }

    Locator tileOf(Person other) {
        return page.locator("#tiles figure.tile:not([data-self]):has(.name:text-is('" + other.name + "'))");
    }

    void isTold(String code) {
        page.locator("#message[data-code='" + code + "']").waitFor();
    }

    void isNotToldAnyMore(String code) {
        page.locator("#message[data-code='" + code + "']")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    Person awaits(String selector) {
        page.locator(selector).waitFor();
        return this;
    }

    /** Waits until something is there, be it visible or not. */
    Person hasElement(String selector) {
        page.locator(selector).first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return this;
    }

    // What arrives

    /** Waits until pictures of so many others have been painted from now on, and sound of theirs was there to be heard. */
    void seesAndHears(int others) {
        marksArrivals();
        perceives("video", others);
        perceives("audio", others);
    }

    void marksArrivals() {
        page.evaluate("() => recorder.mark()");
    }

    /** Waits until so much has arrived since the mark, from so many others. */
    void perceives(String kind, int others) {
        until("async ([kind, others]) => await recorder.arriving(kind) === others", List.of(kind, others));
    }

    /** Playwright's waitForFunction cannot be had here: it evaluates text, which the content security policy forbids. */
    void until(String condition, Object argument) {
        page.evaluate("argument => recorder.until(" + condition + ", argument)", argument);
    }

    /** Complains of what keeps people from using the page as it is now who cannot see, hear or hold a mouse. */
    void looksForBarriers(String view) {
        Barriers.on(page).forEach(barrier -> complaints.add(name + ": " + view + ": " + barrier));
    }

    /** Whether nothing that came stood still until the page repaired that; for pages with <code>?log=info</code>. */
    void hasLostNothing() {
        assertEquals(false, page.evaluate("() => recorder.logged('neither seen nor heard', 0) !== undefined"));
    }

    // What is left of it

    /** Says that a test makes the browser itself complain, as it does about each connection that fails. */
    Person mayComplain(String regex) {
        expectedComplaints.add(Pattern.compile(regex));
        return this;
    }

    List<String> complaints() {
        return complaints.stream()
                .filter(complaint -> expectedComplaints.stream()
                        .noneMatch(expected -> expected.matcher(complaint).find()))
                .toList();
    }

    /** How the connections of the page are, for those who read of a failure. */
    String report() {
        return name + ": " + page.evaluate("() => globalThis.recorder?.report()");
    }

    void photograph(String subject) {
        String file = test + "-" + subject.replaceAll("[^A-Za-z0-9-]+", "-") + ".png";
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("it.screenshots")).resolve(file)));
    }

    @Override
    public void close() {
        context.close();
        if (ownBrowser != null) ownBrowser.close();
    }
}
