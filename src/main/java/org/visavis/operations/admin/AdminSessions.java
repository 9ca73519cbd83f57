package org.visavis.operations.admin;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The sessions of those who came in by an {@link AdminLink}. They do not outlive the server, nor half a day.
 *
 * <p>Thread-safe.
 */
public final class AdminSessions {
    /** How long a session lasts, in milliseconds. */
    static final long LIFETIME = 12 * 3_600_000;

    /** How many there are at most. One more ends the oldest. */
    static final int MOST = 32;

    private final LongSupplier clock;

    /** When each ends, by the hash of its secret; the oldest first. */
    @GuardedBy("this")
    private final Map<String, Long> ends = new LinkedHashMap<>();

    /** @param clock milliseconds, never running backwards */
    public AdminSessions(LongSupplier clock) {
        this.clock = clock;
    }

    /** Begins a session and returns its secret. */
    synchronized String begin() {
        if (ends.size() >= MOST) {
            Iterator<String> oldest = ends.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        String secret = Secret.fresh();
        ends.put(Secret.hash(secret), clock.getAsLong() + LIFETIME);
        return secret;
    }

    /** Whether there is a session with this secret. */
    synchronized boolean has(String secret) {
        ends.values().removeIf(end -> clock.getAsLong() >= end);
        return ends.containsKey(Secret.hash(secret));
    }

    /** Ends a session if there is one with this secret. */
    synchronized void end(String secret) {
        ends.remove(Secret.hash(secret));
    }
}
