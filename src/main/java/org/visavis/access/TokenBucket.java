package org.visavis.access;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.function.LongSupplier;

/**
 * How much of something may be done: much at once, and so much a second in the long run. Counts in thousandths, since with a
 * small rate and frequent calls less than one token comes between two of them.
 *
 * <p>Safe for use by many threads.
 */
public final class TokenBucket {
    private static final long PARTS = 1_000;

    /** In thousandths. */
    private final long capacity;

    /** Tokens a second are thousandths a millisecond. */
    private final long rate;

    private final LongSupplier clock;

    /** In thousandths; less than none where more has been spent than there was. */
    @GuardedBy("this")
    private long level;

    @GuardedBy("this")
    private long filledAt;

    /**
     * A full one.
     *
     * @param capacity in tokens: how much may be done at once
     * @param rate tokens that come each second, at least 1
     * @param clock milliseconds, never running backwards
     */
    public TokenBucket(long capacity, long rate, LongSupplier clock) {
        this.capacity = capacity * PARTS;
        this.rate = rate;
        this.clock = clock;
        level = this.capacity;
        filledAt = clock.getAsLong();
    }

    /** Takes so many tokens if there are as many, else none. */
    public synchronized boolean take(long tokens) {
        fill();
        if (level < tokens * PARTS) {
            return false;
        }
        level -= tokens * PARTS;
        return true;
    }

    /** Takes so many tokens, even if there are fewer. */
    public synchronized void spend(long tokens) {
        fill();
        level -= tokens * PARTS;
    }

    /** In how many milliseconds there will be any; 0 where there are. */
    public synchronized long millisUntilAny() {
        fill();
        return level > 0 ? 0 : -level / rate + 1;
    }

    @GuardedBy("this")
    private void fill() {
        long now = clock.getAsLong();
        long elapsed = now - filledAt;
        filledAt = now;
        level = elapsed > (capacity - level) / rate ? capacity : level + elapsed * rate;
    }
}
