package org.visavis.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.visavis.CapturedLog;

class WatchedThreadsTest {
    private final CapturedLog log = new CapturedLog(WatchedThreads.class);

    private final AtomicBoolean cooks = new AtomicBoolean(true);
    private final WatchedThreads threads = new WatchedThreads(() -> 0);

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void namesTheDeadOnce() {
        assertTrue(threads.areAlive());
        threads.watch("cooking", cooks::get);
        threads.watch("eating", () -> true);
        assertTrue(threads.areAlive());
        assertEquals(List.of(), log.lines());
        cooks.set(false);
        assertFalse(threads.areAlive());
        assertFalse(threads.areAlive());
        assertEquals(List.of("SEVERE A thread of Visavis has died or hangs. It was cooking."), log.lines());
        cooks.set(true);
        assertTrue(threads.areAlive());
    }
}
