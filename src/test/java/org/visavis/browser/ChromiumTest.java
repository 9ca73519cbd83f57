package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {
    @Test
    void saysInOneSentenceWhatToDoWhereThereIsNone(@TempDir Path empty) {
        List<Path> places = List.of(empty.resolve("chromium"), empty.resolve("google-chrome"));
        IllegalStateException failure = assertThrows(
                IllegalStateException.class,
                () -> Chromium.executable(
                        Optional.empty(), List.of(() -> Chromium.firstThatRuns(places), Optional::empty)));
        assertEquals(
                "The browser tests need Chromium: install it (Debian: apt-get install chromium) or Google Chrome, or name"
                        + " its executable with -Dvisavis.chromium=FILE or the environment variable VISAVIS_CHROMIUM.",
                failure.getMessage());
    }

    @Test
    void takesNoOtherThanTheOneThatIsNamed(@TempDir Path empty) {
        Path named = empty.resolve("chromium");
        IllegalStateException failure = assertThrows(
                IllegalStateException.class,
                () -> Chromium.executable(Optional.of(named), List.of(() -> Optional.of(empty))));
        assertEquals(
                "The Chromium named by -Dvisavis.chromium or VISAVIS_CHROMIUM does not run: " + named + ".",
                failure.getMessage());
    }

    @Test
    void asksTheNextSourceOnlyWhereTheOneBeforeHasNone(@TempDir Path folder) {
        Path found = folder.resolve("found");
        assertEquals(
                found, Chromium.executable(Optional.empty(), List.of(Optional::empty, () -> Optional.of(found), () -> {
                    throw new AssertionError("nothing has to be installed");
                })));
    }

    @Test
    void looksOnThePathFirst() {
        String path = String.join(File.pathSeparator, "/first", "/second");
        List<Path> places = Chromium.places(Map.of("PATH", path, "ProgramFiles", "/programs"));
        assertTrue(places.get(0).startsWith("/first"), places::toString);
        assertTrue(places.contains(Path.of("/programs/Google/Chrome/Application/chrome.exe")), places::toString);
    }
}
