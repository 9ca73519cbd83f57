package org.visavis.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A browser that the tests drive, and where its executable is. A machine that has only a JDK gets one: named, found,
 * installed or downloaded, in this order, each only where the ones before it have none.
 *
 * @param product its name as Playwright's
 * @param onPath what the executable is called there
 * @param packages of Debian, the browser's own first
 */
public record BrowserProgram(
        String product,
        String title,
        List<String> onPath,
        List<String> onWindows,
        List<String> onMacOs,
        List<String> packages) {
    static final BrowserProgram CHROMIUM = new BrowserProgram(
            "chromium",
            "Chromium or Google Chrome",
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
            List.of("Google/Chrome/Application/chrome.exe", "Chromium/Application/chrome.exe"),
            List.of("Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium"),
            List.of("chromium", "fonts-dejavu-core"));

    static final BrowserProgram FIREFOX = new BrowserProgram(
            "firefox",
            "Firefox",
            List.of("firefox-esr", "firefox"),
            List.of("Mozilla Firefox/firefox.exe"),
            List.of("Firefox.app/Contents/MacOS/firefox"),
            List.of("firefox-esr", "fonts-dejavu-core"));

    private static final boolean WINDOWS = File.separatorChar == '\\';

    /** Asked once a run: where an installation fails, the next test does not try it again. */
    private static final Map<BrowserProgram, Optional<Path>> ON_THIS_MACHINE = new ConcurrentHashMap<>();

    String property() {
        return "it." + product;
    }

    String variable() {
        return "IT_" + product.toUpperCase(Locale.ROOT);
    }

    Path executable() {
        Optional<Path> named = Optional.ofNullable(System.getProperty(property(), System.getenv(variable())))
                .map(Path::of);
        return executable(named, List.of(() -> ON_THIS_MACHINE.computeIfAbsent(this, BrowserProgram::find)));
    }

    private Optional<Path> find() {
        List<Path> places = places(System.getenv());
        return firstThatRuns(places)
                .or(() -> DebianPackages.install(packages.toArray(String[]::new))
                        ? firstThatRuns(places)
                        : Optional.empty())
                .or(() -> BrowserDownload.executable(this));
    }

    /**
     * @param named what the one who runs the tests wants; nothing else is tried then
     * @param sources where else one may come from, the cheapest first
     * @throws IllegalStateException with one sentence that says what to do
     */
    Path executable(Optional<Path> named, List<Supplier<Optional<Path>>> sources) {
        if (named.isPresent()) {
            return named.filter(BrowserProgram::runs)
                    .orElseThrow(() -> new IllegalStateException("The browser named by -D" + property() + " or "
                            + variable() + " does not run: " + named.get() + "."));
        }
        return sources.stream()
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The browser tests need " + title
                        + ": install it (Debian: apt-get install " + packages.get(0)
                        + "), or name its executable with -D"
                        + property() + "=FILE or the environment variable " + variable() + "."));
    }

    /** Every file that is this browser where it exists: the PATH, then where installers put it on Windows and macOS. */
    List<Path> places(Map<String, String> environment) {
        Stream<Path> path = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> onPath.stream().map(name -> Path.of(folder, WINDOWS ? name + ".exe" : name)));
        Stream<Path> windows = Stream.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")
                .map(environment::get)
                .filter(folder -> folder != null)
                .flatMap(folder -> onWindows.stream().map(file -> Path.of(folder, file)));
        Stream<Path> macOs = onMacOs.stream().map(file -> Path.of("/Applications", file));
        return Stream.of(path, windows, macOs).flatMap(places -> places).toList();
    }

    static Optional<Path> firstThatRuns(List<Path> places) {
        return places.stream().filter(BrowserProgram::runs).findFirst();
    }

    /** Ubuntu's {@code chromium-browser} is a script that only tells about a snap; on Windows asking would open a window. */
    private static boolean runs(Path file) {
        return Files.isExecutable(file)
                && (WINDOWS || Command.run(file.toString(), "--version").succeeded());
    }
}
