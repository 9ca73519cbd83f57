package org.visavis.browser;

import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.driver.Driver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Chromium as Playwright's maker offers it for download: the last resort, a few hundred megabytes. */
final class ChromiumDownload {
    private static final System.Logger LOG = System.getLogger(ChromiumDownload.class.getName());

    private ChromiumDownload() {}

    static Optional<Path> executable() {
        Map<String, String> environment = Map.of(
                "PLAYWRIGHT_BROWSERS_PATH",
                Path.of(System.getProperty("it.tools"), "browsers").toString(),
                "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", // this class downloads one browser; without it come all of them
                "1");
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment))) {
            Path executable = Path.of(playwright.chromium().executablePath());
            if (!Files.exists(executable)) download(environment);
            return Optional.of(executable).filter(Files::isExecutable);
        }
    }

    private static void download(Map<String, String> environment) {
        ProcessBuilder installer =
                Driver.ensureDriverInstalled(environment, false).createProcessBuilder();
        installer.command().add("install");
        installer
                .command()
                .add("--no-shell"); // the tests run the whole browser, not the smaller headless one beside it
        installer.command().add("chromium");
        installer.environment().put("PLAYWRIGHT_BROWSERS_PATH", environment.get("PLAYWRIGHT_BROWSERS_PATH"));
        installer.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
        Command run = Command.run(installer, Map.of());
        if (!run.succeeded()) LOG.log(System.Logger.Level.WARNING, "Playwright got no Chromium: {0}", run.output());
    }
}
