package org.visavis.threads;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.visavis.log.OncePerMinuteEach;

/**
 * The threads without which the server does not do its work. A thread that has died says so nowhere else.
 *
 * <p>Thread-safe.
 */
public final class WatchedThreads {
    private static final Logger LOG = System.getLogger(WatchedThreads.class.getName());

    private final Map<String, BooleanSupplier> watched = new ConcurrentHashMap<>();
    private final OncePerMinuteEach deaths;

    /** @param clock in milliseconds, never running backwards */
    public WatchedThreads(LongSupplier clock) {
        deaths = new OncePerMinuteEach(LOG, Level.ERROR, clock);
    }

    /**
     * Watches a thread.
     *
     * @param work what it does, for the log, such as "writing the audit log"
     * @param alive whether it still does that
     */
    public void watch(String work, BooleanSupplier alive) {
        watched.put(work, alive);
    }

    /** Whether all are alive. The log names each that is not, at most once a minute. */
    public boolean areAlive() {
        boolean all = true;
        for (Map.Entry<String, BooleanSupplier> thread : watched.entrySet()) {
            if (!thread.getValue().getAsBoolean()) {
                String work = thread.getKey();
                deaths.log(work, "A thread of Visavis has died or hangs. It was " + work + ".");
                all = false;
            }
        }
        return all;
    }
}
