package org.visavis.launcher;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * One pass of the poller thread: it first reads several connections, then sends what their messages led to. The first send to
 * a sleeping receiver wakes it, and that takes long. The sends that follow at once find it awake: a proxy on this computer, or
 * a load generator.
 */
final class PollerPass {
    /** An attribute of the web application: an {@link Executor} for what sends. The application knows it by this name. */
    static final String ATTRIBUTE = "org.visavis.sends";

    /** Runs what it is given at the end of this thread's pass; at once where there is none. */
    static final Executor SENDS = send -> PollerPass.PASSES.get().add(send);

    /** With so many it is time: some hundred microseconds have passed, and the first ones have waited for long enough. */
    static final int MANY = 32;

    private static final ThreadLocal<PollerPass> PASSES = ThreadLocal.withInitial(PollerPass::new);

    private final Queue<Runnable> sends = new ArrayDeque<>();
    private boolean reading;

    /**
     * Reads, then sends, however the reading ends.
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
     * Between two connections that are read: sends if {@link #MANY} wait. Never in the middle of one, since an answer of Tomcat's
     * to what is read there would have to wait for a send that has begun.
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
