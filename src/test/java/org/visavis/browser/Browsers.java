package org.visavis.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The browser processes of a test run: one for each set of flags, started when first needed, ended after the last test. */
final class Browsers implements AutoCloseable {
    /**
     * No sandbox, as tests often run as root; no traffic of the browser's own; sound plays without a click. There is no
     * {@code --use-fake-ui-for-media-stream}: it grants all permissions and thereby switches mDNS candidates off,
     * which receive-only people really have.
     */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--autoplay-policy=no-user-gesture-required");

    private final Path executable = Chromium.executable();
    private final Playwright playwright = Playwright.create(new Playwright.CreateOptions()
            .setEnv(Map.of(
                    "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1",
                    "NODE_DISABLE_COMPILE_CACHE", "1"))); // it would stay in the temporary folder
    private final Map<List<String>, Browser> running = new HashMap<>();

    static Browsers of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Browsers.class, key -> new Browsers(), Browsers.class);
    }

    /** The browser for people with this equipment. Those on a host of a network have one of their own, which they close. */
    Browser with(Equipment equipment) {
        return equipment.host() == null
                ? running.computeIfAbsent(equipment.flags(), flags -> launch(flags, executable))
                : launch(equipment.flags(), Network.program(equipment.host(), executable));
    }

    private Browser launch(List<String> flags, Path executable) {
        List<String> all = new ArrayList<>(FLAGS);
        all.addAll(flags);
        if (!isOnNetwork()) all.add("--allow-loopback-in-peer-connection");
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setEnv(environment())
                        .setArgs(all));
    }

    /** What Chromium and PulseAudio leave for their next start goes into the build's folder, not into the user's. */
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

    @Override
    public void close() {
        running.values().forEach(Browser::close);
        playwright.close();
    }
}
