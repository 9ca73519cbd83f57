package org.visavis.launcher;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C or SIGTERM. The main thread does all the work and undoes it in reverse order; the JVM's shutdown hook only asks it
 * to stop and waits until it has.
 */
final class StopSignal {
    /**
     * How long the hook waits for the stop, which takes well under a second. Docker kills a process 10 s after SIGTERM,
     * Kubernetes after 30 s.
     */
    private static final long STOP_SECONDS = 8;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    private StopSignal() {}

    /** From now on the process ends only when the main thread has stopped. */
    static StopSignal install() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::request, "stop"));
        return signal;
    }

    /** Waits until somebody wants the process to end. */
    void await() throws InterruptedException {
        requested.await();
    }

    /** Lets the process end. */
    void stopped() {
        stopped.countDown();
    }

    @SuppressWarnings("ResultOfMethodCallIgnored") // the process ends in either case
    private void request() {
        requested.countDown();
        try {
            stopped.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
