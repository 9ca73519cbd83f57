package org.visavis.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class SweeperTest {
    private final AtomicLong clock = new AtomicLong();

    @Test
    void goesOnAfterAnError() throws InterruptedException {
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        CountDownLatch rounds = new CountDownLatch(2);
        Error error = new OutOfMemoryError("in a test");
        try (Sweeper sweeper = new Sweeper(
                clock::get,
                () -> {
                    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> told.complete(thrown));
                    throw error;
                },
                rounds::countDown)) {
            rounds.await();
            assertEquals(error, told.join());
            assertTrue(sweeper.isAlive());
        }
    }

    @Test
    void goesOnAfterAnException() throws InterruptedException {
        Logger log = Logger.getLogger(Sweeper.class.getName());
        log.setUseParentHandlers(false);
        CompletableFuture<LogRecord> logged = new CompletableFuture<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.complete(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(handler);
        CountDownLatch rounds = new CountDownLatch(2);
        RuntimeException failure = new IllegalStateException("in a test");
        try (Sweeper sweeper = new Sweeper(
                clock::get,
                () -> {
                    throw failure;
                },
                rounds::countDown)) {
            rounds.await();
            assertEquals(failure, logged.join().getThrown());
            assertTrue(sweeper.isAlive());
        } finally {
            log.removeHandler(handler);
            log.setUseParentHandlers(true);
        }
    }

    @Test
    void isNotAliveWhenItStandsStill() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (Sweeper sweeper = new Sweeper(clock::get, () -> {
            begun.countDown();
            await(end);
        })) {
            begun.await();
            assertTrue(sweeper.isAlive());
            clock.addAndGet(Sweeper.MAX_STANDSTILL + 1);
            assertFalse(sweeper.isAlive());
            end.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }
}
