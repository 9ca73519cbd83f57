package org.visavis.room;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the places of participants who have lost their connection. A server keeps only a limited number.
 *
 * <p>Thread-safe.
 */
final class Places {
    private final int maximum;
    private final Runnable crowded;
    private final AtomicInteger taken = new AtomicInteger();

    /** @param crowded runs when no place is free for somebody */
    Places(int maximum, Runnable crowded) {
        this.maximum = maximum;
        this.crowded = crowded;
    }

    /** Takes a place if one is free, and returns whether it did. */
    boolean take() {
        if (taken.incrementAndGet() <= maximum) {
            return true;
        }
        taken.decrementAndGet();
        crowded.run();
        return false;
    }

    /** Gives a place back. */
    void give() {
        taken.decrementAndGet();
    }
}
