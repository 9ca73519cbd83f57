package org.visavis.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each cause has a line a minute, and all the causes that strangers invent have one together. */
class OncePerMinuteEachTest {
    private final List<String> lines = new ArrayList<>();
    private long now = 1_000;
    private final OncePerMinuteEach log = new OncePerMinuteEach(
            new RecordingLogger((level, message, thrown) -> lines.add(message)), Level.WARNING, () -> now);

    @Test
    void eachCauseHasALineAMinute() {
        log.log("a", "a came");
        log.log("b", "b came");
        log.log("a", "a came");
        now += OncePerMinute.MINUTE;
        log.log("a", "a came");
        assertEquals(List.of("a came", "b came", "a came (1 more since the last such line.)"), lines);
    }

    @Test
    void inventedCausesShareALine() {
        for (int i = 0; i < 10 * OncePerMinuteEach.MAX_CAUSES; i++) {
            log.log("cause " + i, "cause " + i);
        }
        assertEquals(OncePerMinuteEach.MAX_CAUSES + 1, lines.size());
        now += OncePerMinute.MINUTE;
        log.log("new", "new came");
        assertEquals("new came", lines.get(lines.size() - 1), "those of the last minute are forgotten");
    }
}
