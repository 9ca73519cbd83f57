package org.visavis.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WrongTokensTest {
    private final AtomicLong now = new AtomicLong();
    private final WrongTokens wrong = new WrongTokens(now::get);

    @Test
    void theAnswersToManyWrongOnesWaitButNeverTooLong() {
        for (int i = 0; i < WrongTokens.BURST; i++) {
            assertEquals(0, wrong.delay("192.0.2.1", "key"));
        }
        assertTrue(wrong.delay("192.0.2.1", "key") > 0);
        for (int i = 0; i < 100; i++) {
            assertTrue(wrong.delay("192.0.2.1", "key") <= WrongTokens.MAX_DELAY);
        }
        assertEquals(0, wrong.delay("192.0.2.2", "key"), "another address");
        assertEquals(0, wrong.delay("192.0.2.1", null), "another key");
        now.addAndGet(60_000);
        assertEquals(0, wrong.delay("192.0.2.1", "key"));
    }

    @Test
    void forgetsThoseSeenLongestAgo() {
        for (int i = 0; i < 2 * WrongTokens.BURST; i++) {
            wrong.delay("192.0.2.1", "key");
        }
        for (int i = 0; i < WrongTokens.MAX_REMEMBERED; i++) {
            wrong.delay("2001:db8::" + i, "key");
        }
        assertEquals(0, wrong.delay("192.0.2.1", "key"));
    }
}
