package org.visavis.launcher;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * In which a thread first reads several connections and then sends what that led to. To send to one who sleeps is to wake
 * them, which is dear; what is sent right after that finds them awake: a proxy on this computer, or a load generator.
 */
final class Turn {
    /** An attribute of the web application: an {@link Executor} for what sends. The application knows it by this name. */
    static final String ATTRIBUTE = "org.visavis.sends";

    /** Runs what it is given at the end of this thread's turn; at once where there is none. */
    static final Executor SENDS = send -> Turn.TURNS.get().add(send);

    /** With so many it is time: some hundred microseconds have passed, and the first ones have waited for long enough. */
    static final int MANY = 32;

    private static final ThreadLocal<Turn> TURNS = ThreadLocal.withInitial(Turn::new);

    private final Queue<Runnable> sends = new ArrayDeque<>();
    private boolean reading;

    /**
     * Reads, then sends, however the reading ends.
     *
     * @return what the reading returns
     */
    static boolean take(BooleanSupplier reads) {
        Turn turn = TURNS.get();
        turn.reading = true;
        try {
            return reads.getAsBoolean();
        } finally {
            turn.reading = false;
            turn.send();
        }
    }

    /**
     * Between two connections that are read: sends if {@link #MANY} wait. Never in the middle of one, since an answer of Tomcat's
     * to what is read there would have to wait for a send that has begun.
     */
    static void pause() {
        Turn turn = TURNS.get();
        if (turn.sends.size() >= MANY) {
            turn.send();
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
