package org.visavis.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.visavis.settings.ServerLimits;

class SendAllowanceTest {
    private static final int USUAL_RATE = ServerLimits.usual().sendRate();

    private long now;

    @Test
    void whoJoinsALargeCallMaySayAllAtOnce() {
        SendAllowance allowance = SendAllowance.of(USUAL_RATE, () -> now);
        for (int message = 0; message < 50 * 20; message++) { // offers, answers and candidates
            allowance.spend(1, 400);
            assertEquals(0, allowance.millisUntilNext());
        }
    }

    @Test
    void aMessageOfAnySizeMayBeSaidAndIsPaidForAfterwards() {
        SendAllowance allowance = SendAllowance.of(USUAL_RATE, () -> now);
        allowance.spend(99, MessageAssembler.MAX_LENGTH);
        long wait = allowance.millisUntilNext();
        assertTrue(wait > 1_000, () -> wait + " ms");
        now += wait;
        assertEquals(0, allowance.millisUntilNext());
    }

    @Test
    void manyShortMessagesCount() {
        SendAllowance allowance = SendAllowance.of(USUAL_RATE, () -> now);
        for (int message = 0; message < SendAllowance.MESSAGES_AT_ONCE; message++) {
            assertEquals(0, allowance.millisUntilNext());
            allowance.spend(1, 2);
        }
        assertTrue(allowance.millisUntilNext() > 0);
    }
}
