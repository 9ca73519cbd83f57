package org.visavis;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does what is to be done once a second, on a thread of its own that ends with {@link #close()}. */
final class Sweeper implements AutoCloseable {
    private final ScheduledExecutorService executor;
    private volatile Thread thread;

    /** @param tasks must let no exception out: the executor would never call them again */
    @SuppressWarnings("FutureReturnValueIgnored")
    Sweeper(Runnable... tasks) {
        executor = Executors.newSingleThreadScheduledExecutor(task -> {
            thread = new Thread(task, "visavis-sweeper");
            thread.setDaemon(true);
            return thread;
        });
        for (Runnable task : tasks) {
            executor.scheduleWithFixedDelay(task, 1, 1, TimeUnit.SECONDS);
        }
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
