package org.visavis.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The browser processes of a test run: one for each set of flags, started when first needed, ended after the last test. */
public final class Browsers implements AutoCloseable {
    /** For how long whatever waits for a browser waits, in milliseconds; recorder.js waits as long. */
    static final double PATIENCE = 30_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE); // Playwright's own are 5 s
    }

    /**
     * No sandbox, as tests often run as root; no traffic of the browser's own. What people have is left as it is: there is no
     * {@code --use-fake-ui-for-media-stream}, which grants all permissions and thereby switches mDNS candidates off, as
     * receive-only people really have them; and sound plays as on a desktop by default, which is named here so that no default
     * of a driver replaces it.
     */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--autoplay-policy=document-user-activation-required");

    /**
     * Firefox's: a fake camera and microphone, and no question before they are given, as the driver cannot answer any; addresses
     * are not hidden, and loopback is among them, since nobody answers mDNS where tests run. Sound plays as people have it (1:
     * what is heard is blocked), whatever the driver's own profile says.
     */
    private static final Map<String, Object> PREFERENCES = Map.of(
            "media.navigator.streams.fake", true,
            "media.navigator.permission.disabled", true,
            "media.autoplay.default", 1,
            "media.peerconnection.ice.obfuscate_host_addresses", false,
            "media.peerconnection.ice.loopback", true);

    private final Playwright playwright = Playwright.create(new Playwright.CreateOptions()
            .setEnv(Map.of(
                    "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1",
                    "NODE_DISABLE_COMPILE_CACHE", "1"))); // it would stay in the temporary folder
    private final Map<Start, Browser> running = new HashMap<>();

    static Browsers of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Browsers.class, key -> new Browsers(), Browsers.class);
    }

    /** The browser for people with this equipment. Those on a host of a network have one of their own, which they close. */
    public Browser with(Equipment equipment) {
        Start start = new Start(equipment.browser(), equipment.flags());
        return equipment.host() == null
                ? running.computeIfAbsent(start, same -> launch(same, null))
                : launch(start, equipment.host());
    }

    /** @param host of a {@link Network}; null for this computer */
    private Browser launch(Start start, String host) {
        Path program = start.program.executable();
        Path ordinary = Wrapper.withoutPriority(program);
        Map<String, String> environment = environment();
        if (host != null) {
            environment.put("HOME", home().toString());
        }
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setExecutablePath(host == null ? ordinary : Wrapper.onHost(host, ordinary))
                .setEnv(environment);
        return start.program.equals(BrowserProgram.FIREFOX)
                ? firefox(options, program.startsWith(BrowserDownload.folder()))
                : chromium(options, start.flags);
    }

    private Browser chromium(BrowserType.LaunchOptions options, List<String> flags) {
        List<String> all = new ArrayList<>(FLAGS);
        all.addAll(flags);
        if (!isOnNetwork()) all.add("--allow-loopback-in-peer-connection");
        return playwright.chromium().launch(options.setArgs(all));
    }

    /** Playwright drives its own Firefox in a way of its own, and by WebDriver BiDi the one that people have. */
    private Browser firefox(BrowserType.LaunchOptions options, boolean playwrights) {
        if (!playwrights) options.setChannel("moz-firefox");
        return playwright.firefox().launch(options.setFirefoxUserPrefs(PREFERENCES));
    }

    /** The home folder of people on a host of a network, where Chromium looks for the CAs that they have imported. */
    static Path home() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    /** What browsers and PulseAudio leave for their next start goes into the build's folder, not into the user's. */
    private static Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        for (String folder : List.of("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"))
            environment.put(folder, System.getProperty("java.io.tmpdir"));
        return environment;
    }

    /** On a machine with nothing but loopback, Chromium gathers no candidates and waits without a word. */
    private static boolean isOnNetwork() {
        try {
            return NetworkInterface.networkInterfaces().anyMatch(Browsers::carriesMedia);
        } catch (SocketException unknown) {
            return false;
        }
    }

    private static boolean carriesMedia(NetworkInterface network) {
        try {
            return network.isUp()
                    && !network.isLoopback()
                    && network.inetAddresses().findAny().isPresent();
        } catch (SocketException gone) {
            return false;
        }
    }

    /** What makes a browser process: people with the same share one. */
    private record Start(BrowserProgram program, List<String> flags) {}

    @Override
    public void close() {
        running.values().forEach(Browser::close);
        playwright.close();
    }
}
