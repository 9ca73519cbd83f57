package org.visavis.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private long now = 5_000;

    @Test
    void givesMuchAtOnceAndThenWhatComes() {
        TokenBucket bucket = new TokenBucket(10, 2, () -> now);
        assertTrue(bucket.take(10));
        assertFalse(bucket.take(1));
        now += 499;
        assertFalse(bucket.take(1));
        now += 1;
        assertTrue(bucket.take(1));
        assertFalse(bucket.take(1));
    }

    @Test
    void takesAllOrNothing() {
        TokenBucket bucket = new TokenBucket(10, 2, () -> now);
        assertFalse(bucket.take(11));
        assertTrue(bucket.take(10));
    }

    @Test
    void losesNothingWhereItIsAskedOften() {
        TokenBucket bucket = new TokenBucket(1, 3, () -> now);
        int taken = 0;
        for (int millis = 0; millis < 10_000; millis++) {
            now++;
            taken += bucket.take(1) ? 1 : 0;
        }
        assertEquals(1 + 29, taken, "what there was, and three a second but for the last thousandth");
    }

    @Test
    void isNeverMoreThanFull() {
        TokenBucket bucket = new TokenBucket(10, Integer.MAX_VALUE, () -> now);
        now = Long.MAX_VALUE / 2;
        assertTrue(bucket.take(10));
        assertFalse(bucket.take(1));
    }

    @Test
    void mayBeInDebtAndSaysForHowLong() {
        TokenBucket bucket = new TokenBucket(10, 100, () -> now);
        assertEquals(0, bucket.millisUntilAny());
        bucket.spend(60);
        long wait = bucket.millisUntilAny();
        assertEquals(501, wait);
        now += wait - 1;
        assertEquals(1, bucket.millisUntilAny());
        now++;
        assertEquals(0, bucket.millisUntilAny());
    }
}
