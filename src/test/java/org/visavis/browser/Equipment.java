package org.visavis.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.visavis.User;

/**
 * What a person sits in front of.
 *
 * @param flags of the browser; people with the same flags share one browser process
 * @param scripts that run before a page's own
 * @param profile what the person's profile in that browser is like: screen, permissions, login
 * @param host of a {@link Network} that the browser runs on; null for this computer
 */
public record Equipment(
        BrowserProgram browser,
        List<String> flags,
        List<String> scripts,
        Consumer<Browser.NewContextOptions> profile,
        String host) {
    /** Another name for loopback. Browsers trust {@code localhost} over plain HTTP, but no other name. */
    static final String INSECURE_HOST = "visavis.test";

    private static final String FAKE_DEVICES = "--use-fake-device-for-media-stream";

    /** A camera of 20 pictures a second and a microphone that beeps, both allowed, and a common screen. */
    public static final Equipment COMPLETE = new Equipment(
            BrowserProgram.CHROMIUM,
            List.of(FAKE_DEVICES),
            List.of(),
            profile -> profile.setViewportSize(1280, 720).setPermissions(List.of("camera", "microphone")),
            null);

    /** The same in Firefox, whose preferences take the place of flags and permissions: {@link Browsers} sets them. */
    static final Equipment FIREFOX = new Equipment(
            BrowserProgram.FIREFOX, List.of(), List.of(), profile -> profile.setViewportSize(1280, 720), null);

    /** For calls of four on two cores: 320 by 240, 5 pictures a second. */
    public static final Equipment FRUGAL =
            COMPLETE.withFlags(FAKE_DEVICES + "=fps=5").withScript("small-camera.js");

    static final Equipment WITHOUT_CAMERA = COMPLETE.withFlags(FAKE_DEVICES + "=device-count=0");

    static final Equipment THREE_OF_EACH = COMPLETE.withFlags(FAKE_DEVICES + "=device-count=3");

    static final Equipment WITHOUT_DEVICES = WITHOUT_CAMERA.withScript("no-microphone.js");

    /** Shares the page itself, where a person would choose among screens and windows; a question would wait for ever. */
    static final Equipment SCREEN =
            COMPLETE.withFlags(FAKE_DEVICES + "=fps=10,display-media-type=browser", "--use-fake-ui-for-media-stream");

    /** Another program has the camera. */
    static final Equipment CAMERA_BUSY = COMPLETE.withScript("busy-camera.js");

    /** Chromium refuses what is allowed, for a moment. */
    static final Equipment REFUSED_AT_FIRST = COMPLETE.withScript("refused-at-first.js");

    /** The person takes their time to allow camera and microphone. */
    static final Equipment LATE_PERMISSION = COMPLETE.withScript("late-permission.js");

    /** Devices and a screen that open when the test wants them to. */
    static final Equipment SLOW_DEVICES = SCREEN.withScript("slow-devices.js");

    static final Equipment THREE_SLOW_DEVICES = THREE_OF_EACH.withScript("slow-devices.js");

    /** No way leads to the others but through a TURN server. */
    static final Equipment RELAYED = COMPLETE.withScript("relay-only.js");

    /** The page is there and says nothing of how it could be reached. */
    static final Equipment SILENT_CONNECTION = COMPLETE.withScript("silent-connection.js");

    /** The browser makes no connection, for a moment. */
    static final Equipment CONNECTION_REFUSED_AT_FIRST = COMPLETE.withScript("connection-refused-at-first.js");

    /** Says to others, through the page's own channels, what the page never would. */
    static final Equipment HOSTILE = COMPLETE.withScript("open-channels.js");

    static final Equipment WITHOUT_WEBRTC = COMPLETE.withScript("no-webrtc.js");

    /** May also write to the clipboard, and read what is there. */
    static final Equipment MAY_COPY = COMPLETE.with(
            profile -> profile.setPermissions(List.of("camera", "microphone", "clipboard-read", "clipboard-write")));

    /** Camera and microphone are there, but the person does not allow them. */
    static final Equipment NOT_ALLOWED = COMPLETE.with(profile -> profile.setPermissions(List.of()));

    /** The same, where the page tells on the console what is seen and heard. */
    static final Equipment OBSERVED = NOT_ALLOWED.withScript("autoplay.js");

    static final Equipment OBSERVED_WITH_DEVICES = COMPLETE.withScript("autoplay.js");

    /** The smallest phone that is still common, upright. */
    static final Equipment PHONE = COMPLETE.with(
            profile -> profile.setViewportSize(360, 640).setIsMobile(true).setHasTouch(true));

    static final Equipment PHONE_SIDEWAYS = PHONE.with(profile -> profile.setViewportSize(640, 360));

    /** The page comes over plain HTTP from a host that is not this one, as far as the browser can tell. */
    static final Equipment PLAIN_HTTP =
            NOT_ALLOWED.withFlags(FAKE_DEVICES, "--host-resolver-rules=MAP " + INSECURE_HOST + " 127.0.0.1");

    private Equipment withFlags(String... others) {
        return new Equipment(browser, List.of(others), scripts, profile, host);
    }

    private Equipment withScript(String script) {
        return new Equipment(browser, flags, List.of(script), profile, host);
    }

    private Equipment with(Consumer<Browser.NewContextOptions> more) {
        return new Equipment(browser, flags, scripts, profile.andThen(more), host);
    }

    /** The same with dark colours; they are light by default. */
    Equipment inDark() {
        return with(profile -> profile.setColorScheme(ColorScheme.DARK));
    }

    /** The same for one who does not want things to move. */
    Equipment withReducedMotion() {
        return with(profile -> profile.setReducedMotion(ReducedMotion.REDUCE));
    }

    /** The same with a browser in another language; it is English by default. */
    Equipment inLanguage(String language) {
        return with(profile -> profile.setLocale(language));
    }

    Equipment withLogin(User user) {
        return with(profile -> profile.setHttpCredentials(user.login(), user.password()));
    }

    /**
     * The same on a host of a network, where the page is trusted as if it came over HTTPS.
     *
     * @param base where the page comes from
     */
    Equipment on(String hostName, URI base) {
        List<String> more = new ArrayList<>(flags);
        more.add("--unsafely-treat-insecure-origin-as-secure=" + base.getScheme() + "://" + base.getAuthority());
        return new Equipment(browser, more, scripts, profile, hostName);
    }

    /** The same for one who finds a server by its name, and is warned of certificates as people are. */
    Equipment knowing(String name, String address) {
        return withFlags(FAKE_DEVICES, "--host-resolver-rules=MAP " + name + " " + address)
                .with(profile -> profile.setIgnoreHTTPSErrors(false));
    }

    /** The same on a host of a network. */
    Equipment on(String hostName) {
        return new Equipment(browser, flags, scripts, profile, hostName);
    }
}
