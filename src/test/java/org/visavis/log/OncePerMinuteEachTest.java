package org.visavis.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** Each cause has a line a minute, and all the causes that strangers invent have one together. */
class OncePerMinuteEachTest {
    private final List<String> lines = new ArrayList<>();
    private long now = 1_000;
    private final OncePerMinuteEach log = new OncePerMinuteEach(new Recorder(), Level.WARNING, () -> now);

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

    private final class Recorder implements Logger {
        @Override
        public String getName() {
            return "recorder";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            lines.add(message);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            lines.add(format);
        }
    }
}
