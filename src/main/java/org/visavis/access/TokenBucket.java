package org.visavis.access;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.function.LongSupplier;

/**
 * A token bucket: it allows a burst, and a steady rate in the long run. It counts thousandths of tokens, since with a low
 * rate and frequent calls less than one token arrives between two calls.
 *
 * <p>Thread-safe.
 */
public final class TokenBucket {
    private static final long PARTS = 1_000;

    /** In thousandths of a token. */
    private final long capacity;

    /** In tokens per second, which are thousandths per millisecond. */
    private final long rate;

    private final LongSupplier clock;

    /** In thousandths of a token; negative if more has been spent than there was. */
    @GuardedBy("this")
    private long level;

    @GuardedBy("this")
    private long filledAt;

    /**
     * Creates a full bucket.
     *
     * @param capacity the largest burst, in tokens
     * @param rate tokens per second, at least 1
     * @param clock milliseconds, never running backwards
     */
    public TokenBucket(long capacity, long rate, LongSupplier clock) {
        this.capacity = capacity * PARTS;
        this.rate = rate;
        this.clock = clock;
        level = this.capacity;
        filledAt = clock.getAsLong();
    }

    /** Takes the tokens if there are enough, and returns whether it did. */
    public synchronized boolean take(long tokens) {
        fill();
        if (level < tokens * PARTS) {
            return false;
        }
        level -= tokens * PARTS;
        return true;
    }

    /** Takes the tokens, even if there are fewer. */
    public synchronized void spend(long tokens) {
        fill();
        level -= tokens * PARTS;
    }

    /** How many milliseconds it takes until there are tokens again; 0 if there are some now. */
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
