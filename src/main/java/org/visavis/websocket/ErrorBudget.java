package org.visavis.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.function.LongSupplier;

/**
 * How many errors one connection is still told of: {@link #MOST} at once, and one more each {@link #INTERVAL}. An error is much
 * longer than what can cause it, so who goes on would have others wait. Safe for use by many threads.
 */
final class ErrorBudget {
    /** Honest pages cause some when many leave a room at once: candidates are on their way to those who are gone. */
    static final int MOST = 100;

    /** In milliseconds. */
    static final long INTERVAL = 100;

    private final LongSupplier clock;

    /** When as many as ever may be told of again, in milliseconds of the clock. */
    @GuardedBy("this")
    private long full;

    /** @param clock milliseconds, never running backwards */
    ErrorBudget(LongSupplier clock) {
        this.clock = clock;
        this.full = clock.getAsLong();
    }

    /** Takes one, if there is one. */
    synchronized boolean take() {
        long now = clock.getAsLong();
        long next = Math.max(full, now) + INTERVAL;
        if (next - now > MOST * INTERVAL) {
            return false;
        }
        full = next;
        return true;
    }
}
