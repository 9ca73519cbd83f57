package org.visavis.room;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The places of those who have lost their connection, of which a server keeps so many and no more.
 *
 * <p>Safe for use by many threads.
 */
final class Places {
    private final int maximum;
    private final AtomicInteger taken = new AtomicInteger();

    Places(int maximum) {
        this.maximum = maximum;
    }

    /** Takes one, if there is one. */
    boolean take() {
        if (taken.incrementAndGet() <= maximum) {
            return true;
        }
        taken.decrementAndGet();
        return false;
    }

    /** Gives one back. */
    void give() {
        taken.decrementAndGet();
    }
}
