package org.visavis.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The executable of the Chromium that the browser tests drive. A machine that has only a JDK gets one: named, found,
 * installed or downloaded, in this order, each only where the ones before it have none.
 */
final class Chromium {
    static final String PROPERTY = "visavis.chromium";
    static final String VARIABLE = "VISAVIS_CHROMIUM";

    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private Chromium() {}

    static Path executable() {
        Optional<Path> named = Optional.ofNullable(System.getProperty(PROPERTY, System.getenv(VARIABLE)))
                .map(Path::of);
        return executable(named, List.of(() -> OnThisMachine.FOUND));
    }

    /** Asked once a run: where an installation fails, the next test does not try it again. */
    private static final class OnThisMachine {
        private static final List<Path> PLACES = places(System.getenv());
        static final Optional<Path> FOUND = firstThatRuns(PLACES)
                .or(() -> DebianPackages.install("chromium", "fonts-dejavu-core")
                        ? firstThatRuns(PLACES)
                        : Optional.empty())
                .or(ChromiumDownload::executable);
    }

    /**
     * @param named what the one who runs the tests wants; nothing else is tried then
     * @param sources where else one may come from, the cheapest first
     * @throws IllegalStateException with one sentence that says what to do
     */
    static Path executable(Optional<Path> named, List<Supplier<Optional<Path>>> sources) {
        if (named.isPresent()) {
            return named.filter(Chromium::runs)
                    .orElseThrow(() -> new IllegalStateException("The Chromium named by -D" + PROPERTY + " or "
                            + VARIABLE + " does not run: " + named.get() + "."));
        }
        return sources.stream()
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The browser tests need Chromium: install it"
                        + " (Debian: apt-get install chromium) or Google Chrome, or name its executable with -D"
                        + PROPERTY + "=FILE or the environment variable " + VARIABLE + "."));
    }

    /** Every file that is Chromium where it exists: the PATH, then where installers put it on Windows and macOS. */
    static List<Path> places(Map<String, String> environment) {
        Stream<Path> path = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .flatMap(folder -> NAMES.stream().map(name -> folder.resolve(WINDOWS ? name + ".exe" : name)));
        Stream<Path> windows = Stream.of("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")
                .map(environment::get)
                .filter(folder -> folder != null)
                .flatMap(folder -> Stream.of("Google/Chrome", "Chromium")
                        .map(product -> Path.of(folder, product, "Application", "chrome.exe")));
        Stream<Path> macOs = Stream.of("Google Chrome", "Chromium")
                .map(name -> Path.of("/Applications", name + ".app", "Contents", "MacOS", name));
        return Stream.of(path, windows, macOs).flatMap(places -> places).toList();
    }

    static Optional<Path> firstThatRuns(List<Path> places) {
        return places.stream().filter(Chromium::runs).findFirst();
    }

    /** Ubuntu's {@code chromium-browser} is a script that only tells about a snap; on Windows asking would open a window. */
    private static boolean runs(Path file) {
        return Files.isExecutable(file)
                && (WINDOWS || Command.run(file.toString(), "--version").succeeded());
    }
}
