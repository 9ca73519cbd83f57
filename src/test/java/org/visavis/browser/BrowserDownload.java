package org.visavis.browser;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.driver.Driver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A browser as Playwright's maker offers it for download: the last resort, a few hundred megabytes. */
final class BrowserDownload {
    private static final System.Logger LOG = System.getLogger(BrowserDownload.class.getName());

    private BrowserDownload() {}

    static Optional<Path> executable(BrowserProgram program) {
        Map<String, String> environment = Map.of(
                "PLAYWRIGHT_BROWSERS_PATH",
                folder().toString(),
                "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", // this class downloads one browser; without it come all of them
                "1");
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment))) {
            BrowserType type = program.equals(BrowserProgram.FIREFOX) ? playwright.firefox() : playwright.chromium();
            Path executable = Path.of(type.executablePath());
            if (!Files.exists(executable)) download(program, environment);
            return Optional.of(executable).filter(Files::isExecutable);
        }
    }

    /** Where the browsers are that were downloaded here. */
    static Path folder() {
        return Path.of(System.getProperty("it.tools"), "browsers");
    }

    private static void download(BrowserProgram program, Map<String, String> environment) {
        ProcessBuilder installer =
                Driver.ensureDriverInstalled(environment, false).createProcessBuilder();
        installer.command().add("install");
        installer
                .command()
                .add("--no-shell"); // the tests run the whole browser, not the smaller headless one beside it
        installer.command().add(program.product());
        installer.environment().put("PLAYWRIGHT_BROWSERS_PATH", environment.get("PLAYWRIGHT_BROWSERS_PATH"));
        installer.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
        Command run = Command.run(installer, Map.of());
        if (!run.succeeded())
            LOG.log(System.Logger.Level.WARNING, "Playwright got no {0}: {1}", program.product(), run.output());
    }
}
