package org.visavis.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.visavis.CapturedLog;

class PeriodicTasksTest {
    private final AtomicLong clock = new AtomicLong();

    @Test
    void goesOnAfterAnError() throws InterruptedException {
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        CountDownLatch rounds = new CountDownLatch(2);
        Error error = new OutOfMemoryError("in a test");
        try (PeriodicTasks periodic = new PeriodicTasks(
                "test",
                clock::get,
                () -> {
                    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> told.complete(thrown));
                    throw error;
                },
                rounds::countDown)) {
            rounds.await();
            assertEquals(error, told.join());
            assertTrue(periodic.isAlive());
        }
    }

    @Test
    void goesOnAfterAnException() throws InterruptedException {
        CompletableFuture<LogRecord> logged = new CompletableFuture<>();
        CountDownLatch rounds = new CountDownLatch(2);
        RuntimeException failure = new IllegalStateException("in a test");
        try (CapturedLog log = new CapturedLog(PeriodicTasks.class, logged::complete);
                PeriodicTasks periodic = new PeriodicTasks(
                        "test",
                        clock::get,
                        () -> {
                            throw failure;
                        },
                        rounds::countDown)) {
            rounds.await();
            assertEquals(failure, logged.join().getThrown());
            assertTrue(periodic.isAlive());
            assertEquals(List.of("SEVERE A task has failed."), log.lines());
        }
    }

    @Test
    void isNotAliveWhenAnErrorCannotEvenBeReported() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch after = new CountDownLatch(1);
        try (PeriodicTasks periodic = new PeriodicTasks(
                "test",
                clock::get,
                () -> {
                    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> {
                        told.countDown();
                        throw new OutOfMemoryError("in a test, of the handler");
                    });
                    throw new OutOfMemoryError("in a test");
                },
                after::countDown)) {
            told.await();
            assertTrue(periodic.isAlive());
            clock.addAndGet(PeriodicTasks.MAX_STANDSTILL + 1);
            assertFalse(periodic.isAlive());
            assertEquals(1, after.getCount());
        }
    }

    @Test
    void isNotAliveWhenItStandsStill() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (PeriodicTasks periodic = new PeriodicTasks("test", clock::get, () -> {
            begun.countDown();
            await(end);
        })) {
            begun.await();
            assertTrue(periodic.isAlive());
            clock.addAndGet(PeriodicTasks.MAX_STANDSTILL + 1);
            assertFalse(periodic.isAlive());
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
