package org.visavis.threads;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.visavis.log.OncePerMinute;

/**
 * Runs tasks once a second, on a thread of its own that ends with {@link #close()}. If a task fails, the others and the next
 * second's round still run: without them nothing would remove lost connections and expired places.
 */
public final class PeriodicTasks implements AutoCloseable {
    private static final Logger LOG = System.getLogger(PeriodicTasks.class.getName());

    /** If no round has ended for so long, something is wrong for good. In milliseconds. */
    static final long MAX_STANDSTILL = 30_000;

    private final ScheduledExecutorService executor;
    private final LongSupplier clock;
    private volatile Thread thread;
    private volatile long lastRound;

    /**
     * @param name of the thread
     * @param clock in milliseconds, never running backwards
     */
    @SuppressWarnings("FutureReturnValueIgnored") // only what cannot even be reported ends the rounds; see isAlive()
    public PeriodicTasks(String name, LongSupplier clock, Runnable... tasks) {
        this.clock = clock;
        this.lastRound = clock.getAsLong();
        List<ReportingTask> round = Stream.of(tasks)
                .map(task -> new ReportingTask(task, new OncePerMinute(LOG, Level.ERROR, clock)))
                .toList();
        executor = Executors.newSingleThreadScheduledExecutor(task -> {
            thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleWithFixedDelay(() -> run(round), 1, 1, TimeUnit.SECONDS);
    }

    private void run(List<ReportingTask> round) {
        round.forEach(ReportingTask::run);
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
