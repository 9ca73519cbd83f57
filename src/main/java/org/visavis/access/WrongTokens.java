package org.visavis.access;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slows down who tries one wrong token after the other. It delays the answers to wrong ones, so that nobody with a right one
 * has to wait, though a whole office may share an address.
 *
 * <p>Thread-safe.
 */
public final class WrongTokens {
    /** How many wrong tokens of one address and key are answered at once, and how many per second in the long run. */
    static final int BURST = 5;

    private static final int A_SECOND = 1;

    /** The longest delay in milliseconds. A connection may take twice as long to join. */
    static final long MAX_DELAY = 5_000;

    /** How many addresses and keys are remembered; those seen longest ago are forgotten. */
    static final int MAX_REMEMBERED = 4_096;

    /** A key's id is what a stranger sends; more of it than this is not remembered. */
    private static final int MAX_KEY_LENGTH = 64;

    private final LongSupplier clock;

    @GuardedBy("this")
    private final Map<String, TokenBucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TokenBucket> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    /** @param clock milliseconds, never running backwards */
    public WrongTokens(LongSupplier clock) {
        this.clock = clock;
    }

    /**
     * Counts a wrong token, and returns how many milliseconds the answer should wait.
     *
     * @param key the id of the key that the token names, or null
     */
    synchronized long delay(String address, String key) {
        String shown = key == null ? "" : key.substring(0, Math.min(key.length(), MAX_KEY_LENGTH));
        TokenBucket bucket =
                buckets.computeIfAbsent(address + " " + shown, any -> new TokenBucket(BURST, A_SECOND, clock));
        if (bucket.take(1)) {
            return 0;
        }
        if (bucket.millisUntilAny() < MAX_DELAY) {
            bucket.spend(1);
        }
        return Math.min(bucket.millisUntilAny(), MAX_DELAY);
    }
}
