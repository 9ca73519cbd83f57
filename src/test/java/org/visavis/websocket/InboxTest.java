package org.visavis.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.visavis.access.TokenBucket;
import org.visavis.room.MemoryPool;

/** What is said faster than it may be waits, in order and not without end. */
class InboxTest {
    private static final int MESSAGES_AT_ONCE = 10;

    private final List<String> worked = new ArrayList<>();
    private final Deque<Runnable> scheduled = new ArrayDeque<>();
    private final MemoryPool memory = new MemoryPool(1_000_000);
    private long now;
    private long waitsFor;
    private int recipients = 1;
    private final Inbox inbox = new Inbox(
            this::work,
            new SendAllowance(
                    new TokenBucket(MESSAGES_AT_ONCE, 1, () -> now), new TokenBucket(1_000_000, 1_000, () -> now)),
            memory,
            (task, millis) -> {
                scheduled.add(task);
                waitsFor = millis;
            });

    @Test
    void worksAtOnceOnWhatMayBeSaid() {
        take(0, MESSAGES_AT_ONCE);
        assertEquals(numbers(0, MESSAGES_AT_ONCE), worked);
        assertEquals(0, scheduled.size());
        assertFalse(inbox.isWaiting());
        assertEquals(0, memory.used());
    }

    @Test
    void theRestWaitsItsTurn() {
        take(0, MESSAGES_AT_ONCE + 3);
        assertEquals(numbers(0, MESSAGES_AT_ONCE), worked);
        assertEquals(1, scheduled.size(), "one who comes is enough");
        assertTrue(inbox.isWaiting());
        assertTrue(memory.used() > 0);
        goOnWhenItIsTime();
        assertEquals(numbers(0, MESSAGES_AT_ONCE + 1), worked);
        take(MESSAGES_AT_ONCE + 3, MESSAGES_AT_ONCE + 4);
        while (!scheduled.isEmpty()) {
            goOnWhenItIsTime();
        }
        assertEquals(numbers(0, MESSAGES_AT_ONCE + 4), worked);
        assertEquals(0, memory.used());
        now += 1_000 * MESSAGES_AT_ONCE;
        take(MESSAGES_AT_ONCE + 4, MESSAGES_AT_ONCE + 5);
        assertEquals(numbers(0, MESSAGES_AT_ONCE + 5), worked, "and who has calmed down is heard at once again");
    }

    @Test
    void whatGoesToManyCountsAsOften() {
        recipients = MESSAGES_AT_ONCE;
        take(0, 2);
        assertEquals(numbers(0, 1), worked);
    }

    @Test
    void whatSaysNothingCountsAndEnds() {
        for (int i = 0; i < MESSAGES_AT_ONCE; i++) {
            assertTrue(inbox.spend());
        }
        assertFalse(inbox.spend());
        now += 3_000;
        assertTrue(inbox.spend());
    }

    /** Such as the answer to a probe. */
    @Test
    void whoHasSaidMuchMayStillSayNothing() {
        assertTrue(inbox.take("x".repeat(1_000_000)));
        assertTrue(inbox.take("x".repeat(10_000)));
        goOnWhenItIsTime();
        assertFalse(inbox.isWaiting());
        assertTrue(inbox.take("next"));
        assertTrue(inbox.isWaiting(), "it takes seconds to earn what has been said");
        assertTrue(inbox.spend());
    }

    @Test
    void charactersCountToo() {
        String large = "x".repeat(1_000_000);
        assertTrue(inbox.take(large));
        assertTrue(inbox.take("next"));
        assertEquals(List.of(large), worked);
    }

    @Test
    void isFullWithSoManyMessages() {
        take(0, MESSAGES_AT_ONCE + Inbox.MAX_MESSAGES);
        assertFalse(inbox.take("one too many"));
    }

    @Test
    void isFullWithSoManyCharacters() {
        take(0, MESSAGES_AT_ONCE);
        assertTrue(inbox.take("x".repeat(Inbox.MAX_LENGTH)));
        assertFalse(inbox.take("x"));
    }

    @Test
    void dropsAllAtTheEnd() {
        take(0, MESSAGES_AT_ONCE + 3);
        inbox.drop();
        assertEquals(0, memory.used());
        assertTrue(inbox.take("more"));
        goOnWhenItIsTime();
        assertEquals(numbers(0, MESSAGES_AT_ONCE), worked);
        assertEquals(0, memory.used());
    }

    @Test
    void goesOnAfterAMessageThatCouldNotBeWorkedOn() {
        recipients = -1;
        assertThrows(IllegalStateException.class, () -> inbox.take("0"));
        recipients = 1;
        take(1, 2);
        assertEquals(numbers(0, 2), worked);
    }

    private int work(String text) {
        worked.add(text);
        if (recipients < 0) {
            throw new IllegalStateException("as asked");
        }
        return recipients;
    }

    private void goOnWhenItIsTime() {
        now += waitsFor;
        scheduled.remove().run();
    }

    private void take(int first, int end) {
        numbers(first, end).forEach(text -> assertTrue(inbox.take(text)));
    }

    private static List<String> numbers(int first, int end) {
        return IntStream.range(first, end).mapToObj(Integer::toString).toList();
    }
}
