package org.visavis.browser;

import com.microsoft.playwright.options.HttpCredentials;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.visavis.User;

/**
 * What a person sits in front of.
 *
 * @param flags of the browser; people with the same flags share one browser process
 * @param scripts that run before a page's own
 * @param permissions granted to the page, without a question
 * @param width of the page in CSS pixels, as is {@code height}
 * @param login what the browser answers a server that asks for name and password; null if nothing
 * @param host of a {@link Network} that the browser runs on; null for this computer
 */
record Equipment(
        List<String> flags,
        List<String> scripts,
        List<String> permissions,
        int width,
        int height,
        HttpCredentials login,
        String host) {
    /** Another name for loopback. Browsers trust {@code localhost} over plain HTTP, but no other name. */
    static final String INSECURE_HOST = "visavis.test";

    private static final String FAKE_DEVICES = "--use-fake-device-for-media-stream";

    /** A camera of 20 pictures a second and a microphone that beeps, both allowed, and a common screen. */
    static final Equipment COMPLETE =
            new Equipment(List.of(FAKE_DEVICES), List.of(), List.of("camera", "microphone"), 1280, 720, null, null);

    /** For calls of four on two cores: 320 by 240, 5 pictures a second. */
    static final Equipment FRUGAL = COMPLETE.withFlags(FAKE_DEVICES + "=fps=5").withScript("small-camera.js");

    static final Equipment WITHOUT_CAMERA = COMPLETE.withFlags(FAKE_DEVICES + "=device-count=0");

    static final Equipment WITHOUT_DEVICES = WITHOUT_CAMERA.withScript("no-microphone.js");

    /** Another program has the camera. */
    static final Equipment CAMERA_BUSY = COMPLETE.withScript("busy-camera.js");

    /** The person takes their time to allow camera and microphone. */
    static final Equipment LATE_PERMISSION = COMPLETE.withScript("late-permission.js");

    /** No way leads to the others but through a TURN server. */
    static final Equipment RELAYED = COMPLETE.withScript("relay-only.js");

    static final Equipment WITHOUT_WEBRTC = COMPLETE.withScript("no-webrtc.js");

    /** Camera and microphone are there, but the person does not allow them. */
    static final Equipment NOT_ALLOWED = new Equipment(COMPLETE.flags, List.of(), List.of(), 1280, 720, null, null);

    /** The size of a common phone, upright. */
    static final Equipment PHONE = new Equipment(COMPLETE.flags, List.of(), COMPLETE.permissions, 412, 839, null, null);

    /** The page comes over plain HTTP from a host that is not this one, as far as the browser can tell. */
    static final Equipment PLAIN_HTTP =
            NOT_ALLOWED.withFlags(FAKE_DEVICES, "--host-resolver-rules=MAP " + INSECURE_HOST + " 127.0.0.1");

    private Equipment withFlags(String... others) {
        return new Equipment(List.of(others), scripts, permissions, width, height, login, host);
    }

    private Equipment withScript(String script) {
        return new Equipment(flags, List.of(script), permissions, width, height, login, host);
    }

    Equipment withLogin(User user) {
        return new Equipment(
                flags, scripts, permissions, width, height, new HttpCredentials(user.login(), user.password()), host);
    }

    /**
     * The same on a host of a network, where the page is trusted as if it came over HTTPS.
     *
     * @param base where the page comes from
     */
    Equipment on(String hostName, URL base) {
        List<String> more = new ArrayList<>(flags);
        more.add("--unsafely-treat-insecure-origin-as-secure=" + base.getProtocol() + "://" + base.getAuthority());
        return new Equipment(more, scripts, permissions, width, height, login, hostName);
    }

    /** The same on a host of a network. */
    Equipment on(String hostName) {
        return new Equipment(flags, scripts, permissions, width, height, login, hostName);
    }
}
