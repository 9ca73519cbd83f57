package org.visavis.launcher;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * One pass of the poller thread: it first reads several connections, then sends what their messages led to. The first send
 * to a sleeping receiver wakes it, which takes long. Sends that follow at once find it awake. Such a receiver is a proxy on
 * this computer, or a load generator.
 */
final class PollerPass {
    /** Runs a send at the end of this thread's pass, or at once if there is no pass. */
    static final Executor SENDS = send -> PollerPass.PASSES.get().add(send);

    /** How many sends may wait. By then some hundred microseconds have passed, and the first sends have waited long enough. */
    static final int MANY = 32;

    private static final ThreadLocal<PollerPass> PASSES = ThreadLocal.withInitial(PollerPass::new);

    private final Queue<Runnable> sends = new ArrayDeque<>();
    private boolean reading;

    /**
     * Runs a pass: reads, then sends, even if the reading throws.
     *
     * @return what the reading returns
     */
    static boolean take(BooleanSupplier reads) {
        PollerPass pass = PASSES.get();
        pass.reading = true;
        try {
            return reads.getAsBoolean();
        } finally {
            pass.reading = false;
            pass.send();
        }
    }

    /**
     * Sends if {@link #MANY} sends wait. Called between two connections, never while one is read: Tomcat's answer to a ping or
     * close there would have to wait for a send that has begun.
     */
    static void pause() {
        PollerPass pass = PASSES.get();
        if (pass.sends.size() >= MANY) {
            pass.send();
        }
    }

    private void add(Runnable send) {
        if (reading) {
            sends.add(send);
        } else {
            send.run();
        }
    }

    private void send() {
        for (Runnable send = sends.poll(); send != null; send = sends.poll()) {
            send.run();
        }
    }
}
