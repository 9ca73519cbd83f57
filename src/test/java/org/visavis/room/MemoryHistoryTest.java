package org.visavis.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.visavis.settings.RoomLimits;

class MemoryHistoryTest {
    private static final long MAX_AGE = RoomLimits.DEFAULT.resume().toMillis();

    /** Those of whom nobody wants to know anything. */
    private final Set<String> gone = new HashSet<>();

    private final MemoryPool memory = new MemoryPool(100_000_000);
    private final RoomHistory history =
            new MemoryHistory(RoomLimits.DEFAULT, memory, entry -> !gone.contains(entry.from()));

    @Test
    void numbersFromOne() {
        assertEquals(1, history.nextSeq());
        history.append(0, "a", null, "first");
        assertEquals(2, history.nextSeq());
    }

    @Test
    void tellsWhatAParticipantWouldHaveGot() {
        history.append(0, "a", null, "1 from a to all");
        history.append(0, "b", "a", "2 from b to a");
        history.append(0, "b", "c", "3 from b to c");
        history.append(0, "c", null, "4 from c to all");
        assertEquals(List.of("2 from b to a", "4 from c to all"), texts(0, "a"));
        assertEquals(List.of("1 from a to all", "4 from c to all"), texts(0, "b"));
        assertEquals(List.of("4 from c to all"), texts(2, "a"));
        assertEquals(List.of(), texts(4, "a"));
    }

    @Test
    void forgetsByAgeCountAndSize() {
        history.append(0, "a", null, "old");
        history.append(MAX_AGE, "a", null, "just young enough");
        assertEquals(List.of("old", "just young enough"), texts(0, "b"));
        history.append(MAX_AGE + 1, "a", null, "young");
        assertEquals(List.of("just young enough", "young"), texts(0, "b"));

        for (int i = 0; i < RoomLimits.DEFAULT.historyMessages(); i++) {
            history.append(MAX_AGE + 1, "a", null, "x");
        }
        assertEquals(RoomLimits.DEFAULT.historyMessages(), texts(0, "b").size());

        String large = "x".repeat(RoomLimits.DEFAULT.historyLength() / 4);
        for (int i = 0; i < 6; i++) {
            history.append(MAX_AGE + 1, "a", null, large);
        }
        assertEquals(List.of(large, large, large, large), texts(0, "b"));
        assertEquals(3 + RoomLimits.DEFAULT.historyMessages() + 6 + 1, history.nextSeq());
    }

    @Test
    void knowsHowFarBackItReaches() {
        assertTrue(history.reachesBackTo(0));
        assertFalse(history.reachesBackTo(1), "nobody has seen what was not said yet");
        history.append(0, "a", null, "1");
        history.append(MAX_AGE + 1, "a", null, "2");
        assertFalse(history.reachesBackTo(0));
        assertTrue(history.reachesBackTo(1));
        assertTrue(history.reachesBackTo(2));
        history.trim(2 * MAX_AGE + 2);
        assertEquals(0, history.size());
        assertEquals(0, history.length());
        assertFalse(history.reachesBackTo(1));
        assertTrue(history.reachesBackTo(2), "who has seen all has missed nothing");
    }

    @Test
    void keepsNothingThatNobodyWants() {
        gone.add("a");
        history.append(0, "a", null, "said to nobody");
        history.append(0, "b", null, "said to somebody");
        history.append(0, "c", null, "said, and then forgotten");
        assertEquals(List.of("said to somebody", "said, and then forgotten"), texts(0, "d"));
        gone.add("c");
        history.forgetUnwanted();
        assertEquals(List.of("said to somebody"), texts(0, "d"));
        assertTrue(history.reachesBackTo(0), "nothing that is wanted is missing");
        assertEquals("said to somebody".length(), history.length());
        assertEquals(MemoryPool.costOf("said to somebody"), memory.used());
        gone.add("b");
        history.forgetUnwanted();
        assertEquals(0, memory.used());
    }

    @Test
    void keepsToItsShareOfTheMemoryForAllLogs() {
        history.append(0, "a", null, "x".repeat(1_000));
        history.append(0, "a", null, "y".repeat(1_000));
        memory.take(100_000_000 - memory.used() - 8 * 1_200);
        history.append(0, "a", null, "z");
        assertEquals(List.of("y".repeat(1_000), "z"), texts(1, "b"), "the oldest goes first");
        assertFalse(history.reachesBackTo(0));
        assertTrue(history.reachesBackTo(1));
        memory.take(100_000_000);
        history.trim(0);
        assertEquals(0, history.size(), "and all goes where others take all");
        assertFalse(history.reachesBackTo(2));
        history.append(0, "a", null, "said when there is no place at all");
        assertEquals(0, history.size());
        assertTrue(history.reachesBackTo(4));
    }

    private List<String> texts(long seq, String id) {
        return history.after(seq, id);
    }
}
