package org.visavis.access;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * The ids of tokens that are no longer accepted. Each is kept a little longer than its token would be accepted. Their number
 * is bounded.
 *
 * <p>Thread-safe.
 */
public final class TokenRevocations {
    /** How much longer than that one is kept: an expired token still serves to come back after a lost connection. */
    private static final Duration KEPT_LONGER = Duration.ofHours(1);

    private final int most;
    private final InstantSource time;

    /** Until when each is kept. */
    @GuardedBy("this")
    private final Map<String, Instant> revoked = new HashMap<>();

    /** @param most how many there may be */
    public TokenRevocations(int most, InstantSource time) {
        this.most = most;
        this.time = time;
    }

    /**
     * Revokes a token.
     *
     * @param id as {@link Grant#token}
     * @param expiry when the token expires by itself
     * @return false if there are too many revoked tokens already
     */
    public synchronized boolean revoke(String id, Instant expiry) {
        Instant now = time.instant();
        revoked.values().removeIf(now::isAfter);
        if (revoked.size() >= most && !revoked.containsKey(id)) {
            return false;
        }
        revoked.merge(id, expiry.plus(KEPT_LONGER), (one, other) -> one.isAfter(other) ? one : other);
        return true;
    }

    synchronized boolean has(String id) {
        return revoked.containsKey(id);
    }
}
