package org.visavis.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.visavis.CapturedLog;

class DrainTest {
    private final CapturedLog log = new CapturedLog(Drain.class);

    private final Drain drain = new Drain();

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void logsEachChangeOnce() {
        drain.end();
        assertFalse(drain.isDraining());
        drain.start();
        drain.start();
        assertTrue(drain.isDraining());
        drain.end();
        drain.end();
        assertFalse(drain.isDraining());
        assertEquals(
                List.of(
                        "INFO Visavis drains: it is not ready, and takes no newcomers. Calls go on.",
                        "INFO Visavis drains no more: it is ready, and takes newcomers."),
                log.lines());
    }

    @Test
    void aToggleStartsAndEnds() {
        drain.toggle();
        assertTrue(drain.isDraining());
        drain.toggle();
        assertFalse(drain.isDraining());
    }
}
