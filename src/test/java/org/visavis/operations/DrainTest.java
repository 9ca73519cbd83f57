package org.visavis.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DrainTest {
    private final Logger log = Logger.getLogger(Drain.class.getName());
    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLevel() + " " + line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final Drain drain = new Drain();

    @BeforeEach
    void listen() {
        log.addHandler(handler);
        log.setUseParentHandlers(false);
    }

    @AfterEach
    void stopListening() {
        log.removeHandler(handler);
        log.setUseParentHandlers(true);
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
                lines);
    }

    @Test
    void aToggleStartsAndEnds() {
        drain.toggle();
        assertTrue(drain.isDraining());
        drain.toggle();
        assertFalse(drain.isDraining());
    }
}
