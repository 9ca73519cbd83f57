package org.visavis.operations;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Does what is to be done once a second, on a thread of its own that ends with {@link #close()}. Whatever goes wrong in one
 * second, the next one is begun: calls end that nobody watches.
 */
public final class Sweeper implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Sweeper.class.getName());

    /** After so long without an end of a second's work something is wrong for good, in milliseconds. */
    static final long MAX_STANDSTILL = 30_000;

    private final ScheduledExecutorService executor;
    private final LongSupplier clock;
    private volatile Thread thread;
    private volatile long lastRound;

    /** @param clock milliseconds, never running backwards */
    @SuppressWarnings("FutureReturnValueIgnored")
    public Sweeper(LongSupplier clock, Runnable... tasks) {
        this.clock = clock;
        this.lastRound = clock.getAsLong();
        executor = Executors.newSingleThreadScheduledExecutor(task -> {
            thread = new Thread(task, "visavis-sweeper");
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleWithFixedDelay(() -> round(tasks), 1, 1, TimeUnit.SECONDS);
    }

    private void round(Runnable... tasks) {
        for (Runnable task : tasks) {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "What is done once a second has failed.", e);
            } catch (Error e) { // the executor would keep it to itself; with `java -jar` this ends the process
                Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
                handler.uncaughtException(thread, e);
            }
        }
        lastRound = clock.getAsLong();
    }

    /** Whether it does its work. */
    public boolean isAlive() {
        return clock.getAsLong() - lastRound <= MAX_STANDSTILL;
    }

    /** Returns when the thread has ended: containers look for threads right after an application, and call them leaks. */
    @Override
    public void close() {
        executor.shutdownNow();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
