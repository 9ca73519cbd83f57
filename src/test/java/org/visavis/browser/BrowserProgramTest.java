package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.visavis.browser.BrowserProgram.CHROMIUM;
import static org.visavis.browser.BrowserProgram.FIREFOX;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserProgramTest {
    @Test
    void saysInOneSentenceWhatToDoWhereThereIsNone(@TempDir Path empty) {
        List<Path> places = List.of(empty.resolve("chromium"), empty.resolve("google-chrome"));
        IllegalStateException failure = assertThrows(
                IllegalStateException.class,
                () -> CHROMIUM.executable(
                        Optional.empty(), List.of(() -> BrowserProgram.firstThatRuns(places), Optional::empty)));
        assertEquals(
                "The browser tests need Chromium or Google Chrome: install it (Debian: apt-get install chromium), or name"
                        + " its executable with -Dit.chromium=FILE or the environment variable IT_CHROMIUM.",
                failure.getMessage());
    }

    @Test
    void takesNoOtherThanTheOneThatIsNamed(@TempDir Path empty) {
        Path named = empty.resolve("firefox");
        IllegalStateException failure = assertThrows(
                IllegalStateException.class,
                () -> FIREFOX.executable(Optional.of(named), List.of(() -> Optional.of(empty))));
        assertEquals(
                "The browser named by -Dit.firefox or IT_FIREFOX does not run: " + named + ".", failure.getMessage());
    }

    @Test
    void asksTheNextSourceOnlyWhereTheOneBeforeHasNone(@TempDir Path folder) {
        Path found = folder.resolve("found");
        assertEquals(
                found, CHROMIUM.executable(Optional.empty(), List.of(Optional::empty, () -> Optional.of(found), () -> {
                    throw new AssertionError("nothing has to be installed");
                })));
    }

    @Test
    void looksOnThePathFirst() {
        String path = String.join(File.pathSeparator, "/first", "/second");
        List<Path> places = CHROMIUM.places(Map.of("PATH", path, "ProgramFiles", "/programs"));
        assertTrue(places.get(0).startsWith("/first"), places::toString);
        assertTrue(places.contains(Path.of("/programs/Google/Chrome/Application/chrome.exe")), places::toString);
    }
}
