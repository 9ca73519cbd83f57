package org.visavis.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchedThreadsTest {
    private final Logger log = Logger.getLogger(WatchedThreads.class.getName());
    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private final AtomicBoolean cooks = new AtomicBoolean(true);
    private final WatchedThreads threads = new WatchedThreads(() -> 0);

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
    void namesTheDeadOnce() {
        assertTrue(threads.areAlive());
        threads.watch("cooking", cooks::get);
        threads.watch("eating", () -> true);
        assertTrue(threads.areAlive());
        assertEquals(List.of(), lines);
        cooks.set(false);
        assertFalse(threads.areAlive());
        assertFalse(threads.areAlive());
        assertEquals(List.of("A thread of Visavis has died or hangs. It was cooking."), lines);
        cooks.set(true);
        assertTrue(threads.areAlive());
    }
}
