package org.visavis.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoomLogTest {
    private final RoomLog log = new RoomLog();

    @Test
    void numbersFromOne() {
        assertEquals(1, log.nextSeq());
        log.append(0, "a", null, "first");
        assertEquals(2, log.nextSeq());
    }

    @Test
    void tellsWhatAParticipantWouldHaveGot() {
        log.append(0, "a", null, "1 from a to all");
        log.append(0, "b", "a", "2 from b to a");
        log.append(0, "b", "c", "3 from b to c");
        log.append(0, "c", null, "4 from c to all");
        assertEquals(List.of("2 from b to a", "4 from c to all"), texts(0, "a"));
        assertEquals(List.of("1 from a to all", "4 from c to all"), texts(0, "b"));
        assertEquals(List.of("4 from c to all"), texts(2, "a"));
        assertEquals(List.of(), texts(4, "a"));
    }

    @Test
    void forgetsByAgeCountAndSize() {
        log.append(0, "a", null, "old");
        log.append(RoomLog.MAX_AGE, "a", null, "just young enough");
        assertEquals(List.of("old", "just young enough"), texts(0, "b"));
        log.append(RoomLog.MAX_AGE + 1, "a", null, "young");
        assertEquals(List.of("just young enough", "young"), texts(0, "b"));

        for (int i = 0; i < RoomLog.MAX_ENTRIES; i++) {
            log.append(RoomLog.MAX_AGE + 1, "a", null, "x");
        }
        assertEquals(RoomLog.MAX_ENTRIES, texts(0, "b").size());

        String large = "x".repeat(RoomLog.MAX_LENGTH / 4);
        for (int i = 0; i < 6; i++) {
            log.append(RoomLog.MAX_AGE + 1, "a", null, large);
        }
        assertEquals(List.of(large, large, large, large), texts(0, "b"));
        assertEquals(3 + RoomLog.MAX_ENTRIES + 6 + 1, log.nextSeq());
    }

    private List<String> texts(long seq, String id) {
        return log.after(seq, id).stream().map(RoomLog.Entry::text).toList();
    }
}
