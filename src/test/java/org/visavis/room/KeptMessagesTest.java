package org.visavis.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.visavis.settings.RoomLimits;

class KeptMessagesTest {
    private static final long MAX_AGE = RoomLimits.DEFAULT.resume().toMillis();

    /** Those of whom nobody wants to know anything. */
    private final Set<String> gone = new HashSet<>();

    private final MemoryPool memory = new MemoryPool(100_000_000);
    private final KeptMessages kept =
            new KeptMessages(RoomLimits.DEFAULT, memory, message -> !gone.contains(message.from()));

    @Test
    void keepsNothingOfWhatNobodyIsTold() {
        add(0, "a", null, null);
        assertEquals(1, kept.lastSeq());
        assertEquals(0, kept.size());
        assertTrue(kept.reachBackTo(0), "nobody has missed anything");
    }

    @Test
    void tellsWhatAParticipantWouldHaveGot() {
        add(0, "a", null, "1 from a to all");
        add(0, "b", "a", "2 from b to a");
        add(0, "b", "c", "3 from b to c");
        add(0, "c", null, "4 from c to all");
        assertEquals(List.of("2 from b to a", "4 from c to all"), texts(0, "a"));
        assertEquals(List.of("1 from a to all", "4 from c to all"), texts(0, "b"));
        assertEquals(List.of("4 from c to all"), texts(2, "a"));
        assertEquals(List.of(), texts(4, "a"));
    }

    @Test
    void forgetsByAgeCountAndSize() {
        add(0, "a", null, "old");
        add(MAX_AGE, "a", null, "just young enough");
        assertEquals(List.of("old", "just young enough"), texts(0, "b"));
        add(MAX_AGE + 1, "a", null, "young");
        assertEquals(List.of("just young enough", "young"), texts(0, "b"));

        for (int i = 0; i < RoomLimits.DEFAULT.historyMessages(); i++) {
            add(MAX_AGE + 1, "a", null, "x");
        }
        assertEquals(RoomLimits.DEFAULT.historyMessages(), texts(0, "b").size());

        String large = "x".repeat(RoomLimits.DEFAULT.historyLength() / 4);
        for (int i = 0; i < 6; i++) {
            add(MAX_AGE + 1, "a", null, large);
        }
        assertEquals(List.of(large, large, large, large), texts(0, "b"));
        assertEquals(3 + RoomLimits.DEFAULT.historyMessages() + 6 + 1, kept.lastSeq() + 1);
    }

    @Test
    void knowsHowFarBackItReaches() {
        assertTrue(kept.reachBackTo(0));
        assertFalse(kept.reachBackTo(1), "nobody has seen what was not said yet");
        add(0, "a", null, "1");
        add(MAX_AGE + 1, "a", null, "2");
        assertFalse(kept.reachBackTo(0));
        assertTrue(kept.reachBackTo(1));
        assertTrue(kept.reachBackTo(2));
        kept.trim(2 * MAX_AGE + 2);
        assertEquals(0, kept.size());
        assertEquals(0, kept.length());
        assertFalse(kept.reachBackTo(1));
        assertTrue(kept.reachBackTo(2), "who has seen all has missed nothing");
    }

    @Test
    void keepsNothingThatNobodyWants() {
        gone.add("a");
        add(0, "a", null, "said to nobody");
        add(0, "b", null, "said to somebody");
        add(0, "c", null, "said, and then forgotten");
        assertEquals(List.of("said to somebody", "said, and then forgotten"), texts(0, "d"));
        gone.add("c");
        kept.forgetUnwanted();
        assertEquals(List.of("said to somebody"), texts(0, "d"));
        assertTrue(kept.reachBackTo(0), "nothing that is wanted is missing");
        assertEquals("said to somebody".length(), kept.length());
        assertEquals(MemoryPool.costOf("said to somebody"), memory.used());
        gone.add("b");
        kept.forgetUnwanted();
        assertEquals(0, memory.used());
    }

    @Test
    void keepsToItsShareOfTheMemoryForAllLogs() {
        add(0, "a", null, "x".repeat(1_000));
        add(0, "a", null, "y".repeat(1_000));
        memory.take(100_000_000 - memory.used() - 8 * 1_200);
        add(0, "a", null, "z");
        assertEquals(List.of("y".repeat(1_000), "z"), texts(1, "b"), "the oldest goes first");
        assertFalse(kept.reachBackTo(0));
        assertTrue(kept.reachBackTo(1));
        memory.take(100_000_000);
        kept.trim(0);
        assertEquals(0, kept.size(), "and all goes where others take all");
        assertFalse(kept.reachBackTo(2));
        add(0, "a", null, "said when there is no place at all");
        assertEquals(0, kept.size());
        assertTrue(kept.reachBackTo(4));
    }

    private void add(long time, String from, String to, String text) {
        RoomEvent event = new RoomEvent.Signal(from, 0, null, to, "{}");
        kept.add(new RoomHistory.Entry(kept.lastSeq() + 1, time, event), to, text);
    }

    private List<String> texts(long seq, String id) {
        return kept.after(seq, id);
    }
}
