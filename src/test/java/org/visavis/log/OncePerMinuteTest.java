package org.visavis.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OncePerMinuteTest {
    private final List<String> lines = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE / 2);
    private final OncePerMinute gate = new OncePerMinute(
            new RecordingLogger((level, message, thrown) ->
                    lines.add(level + " " + message + " " + (thrown == null ? null : thrown.getMessage()))),
            Level.WARNING,
            clock::get);

    @Test
    void saysItAtOnceAndThenOnceAMinuteWithHowManyWereLeftOut() {
        for (int i = 0; i < 1_000; i++) {
            gate.log("Full.");
        }
        assertEquals(List.of("WARNING Full. null"), lines);
        clock.addAndGet(OncePerMinute.MINUTE - 1);
        gate.log("Full.");
        assertEquals(1, lines.size());
        clock.incrementAndGet();
        gate.log("Full.", new IllegalStateException("why"));
        gate.log("Full.");
        assertEquals("WARNING Full. (1000 more since the last such line.) why", lines.get(1));
        clock.addAndGet(OncePerMinute.MINUTE);
        gate.log("Full.");
        assertEquals("WARNING Full. (1 more since the last such line.) null", lines.get(2));
        clock.addAndGet(OncePerMinute.MINUTE);
        gate.log("Full.");
        assertEquals("WARNING Full. null", lines.get(3));
    }
}
