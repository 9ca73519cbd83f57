package org.visavis.room;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts the places of participants who have lost their connection. A server keeps only a limited number.
 *
 * <p>Thread-safe.
 */
final class Places {
    private final int maximum;
    private final AtomicInteger taken = new AtomicInteger();

    Places(int maximum) {
        this.maximum = maximum;
    }

    /** Takes a place if one is free, and returns whether it did. */
    boolean take() {
        if (taken.incrementAndGet() <= maximum) {
            return true;
        }
        taken.decrementAndGet();
        return false;
    }

    /** Gives a place back. */
    void give() {
        taken.decrementAndGet();
    }
}
