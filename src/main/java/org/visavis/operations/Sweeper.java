package org.visavis.operations;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Runs tasks once a second, on a thread of its own that ends with {@link #close()}. If a task fails, the others and the next
 * second's round still run: without them nothing would remove lost connections and expired places.
 */
public final class Sweeper implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Sweeper.class.getName());

    /** If no round has ended for so long, something is wrong for good. In milliseconds. */
    static final long MAX_STANDSTILL = 30_000;

    private final ScheduledExecutorService executor;
    private final LongSupplier clock;
    private volatile Thread thread;
    private volatile long lastRound;

    /** @param clock in milliseconds, never running backwards */
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
            } catch (Error e) { // the executor would swallow it; with `java -jar` the handler ends the process
                Thread.UncaughtExceptionHandler handler = thread.getUncaughtExceptionHandler();
                handler.uncaughtException(thread, e);
            }
        }
        lastRound = clock.getAsLong();
    }

    /** Whether the last round has ended recently enough. */
    public boolean isAlive() {
        return clock.getAsLong() - lastRound <= MAX_STANDSTILL;
    }

    /** Waits until the thread has ended: containers look for threads right after the application stops, and report leaks. */
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
