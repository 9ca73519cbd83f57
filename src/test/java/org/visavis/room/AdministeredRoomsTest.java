package org.visavis.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.visavis.access.Identity;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;

/** What an administrator does to rooms. */
class AdministeredRoomsTest {
    private final Rooms rooms = Arrivals.rooms(3);
    private final RecordingOutbox toAda = new RecordingOutbox();
    private final RecordingOutbox toGrace = new RecordingOutbox();
    private final Seat ada = rooms.join("daily", Arrivals.of("Ada", toAda));
    private final Seat grace = rooms.join("daily", Arrivals.of("Grace", toGrace));

    @Test
    void closingSendsEverybodyOutOfThisRoomAlone() {
        RecordingOutbox toHedy = new RecordingOutbox();
        rooms.join("another", Arrivals.of("Hedy", toHedy));
        assertTrue(rooms.close("DAILY"));
        assertEquals(ErrorCode.ROOM_CLOSED, toAda.closed());
        assertEquals(ErrorCode.ROOM_CLOSED, toGrace.closed());
        assertNull(toHedy.closed());
        assertEquals(1, rooms.usage().rooms());
        assertFalse(rooms.close("daily"));
        rooms.disconnected(ada); // as the closed connections end
        rooms.disconnected(grace);
        assertEquals(1, rooms.usage().participants());
    }

    @Test
    void nobodyResumesInAClosedRoom() {
        rooms.disconnected(grace);
        rooms.close("daily");
        String secret = grace.participant().secret().text();
        RecordingOutbox again = new RecordingOutbox();
        rooms.join("daily", Arrivals.of(Identity.claimed("Grace"), again, new ClientMessage.Resume(secret, 2L)));
        assertTrue(again.sent().get(0).contains("\"resumed\":false"), again::last);
    }

    @Test
    void everybodyHearsAnAnnouncementAlsoWhoComesBack() {
        rooms.disconnected(grace);
        assertTrue(rooms.announce("daily", "Restart at \"noon\""));
        String told = toAda.last();
        assertTrue(told.startsWith("{\"type\":\"notice\""), told);
        assertTrue(told.contains("\"text\":\"Restart at \\\"noon\\\"\""), told);
        RecordingOutbox again = new RecordingOutbox();
        String secret = grace.participant().secret().text();
        rooms.join("daily", Arrivals.of(Identity.claimed("Grace"), again, new ClientMessage.Resume(secret, 2L)));
        assertEquals(told, again.last());
        assertFalse(rooms.announce("another", "Is anybody there?"));
        assertEquals(1, rooms.usage().rooms());
    }
}
