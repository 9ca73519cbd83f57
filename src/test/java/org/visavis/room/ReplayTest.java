package org.visavis.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.MessageCodec;
import org.visavis.settings.RoomLimits;
import org.visavis.settings.ServerLimits;

/** Who asks for the same again and again does not get it again and again. */
class ReplayTest {
    private static final int MESSAGES = 8;
    private static final String DATA = "{\"filler\":\"" + "x".repeat(100_000) + "\"}";

    private long now = 1_000;
    private final Rooms rooms =
            new Rooms(RoomLimits.DEFAULT, ServerLimits.forHeap(1L << 30), new MessageCodec(), () -> now);
    private final Seat ada = rooms.join("daily", Arrivals.of("Ada", new RecordingOutbox()));
    private final Seat grace = rooms.join("daily", Arrivals.of("Grace", new RecordingOutbox()));

    @BeforeEach
    void saySomething() {
        for (int i = 0; i < MESSAGES; i++) {
            ada.room().signal(ada, Arrivals.signal(null, DATA));
        }
    }

    @Test
    void whoAsksForTheSameTooOftenJoinsAfresh() {
        assertTrue(isReplayed());
        assertTrue(isReplayed());
        assertFalse(isReplayed(), "more than two million characters");
    }

    @Test
    void sometimesTheSameMayBeAskedForAgain() {
        assertTrue(isReplayed());
        assertTrue(isReplayed());
        now += 30_000;
        assertTrue(isReplayed());
        assertFalse(isReplayed());
    }

    private boolean isReplayed() {
        RecordingOutbox outbox = new RecordingOutbox();
        ClientMessage.Resume resume =
                new ClientMessage.Resume(grace.participant().secret().text(), 2L);
        rooms.join("daily", Arrivals.of(grace.participant().identity(), outbox, resume));
        boolean resumed = outbox.sent().get(0).contains("\"resumed\":true");
        assertEquals(resumed ? 1 + MESSAGES : 1, outbox.sent().size());
        return resumed;
    }
}
