package org.visavis.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.visavis.access.AccessDecision.Admit;
import org.visavis.access.Grant;
import org.visavis.access.Identity;
import org.visavis.access.Role;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ProtocolException;

/** What an admission says is kept by the room, whose state alone knows who is there. */
class AdmissionTest {
    private static final AtomicLong CONNECTIONS = new AtomicLong(1_000_000);

    private final Rooms rooms = Arrivals.rooms(3);

    @Test
    void aTokenAdmitsSoManyAtOnce() {
        Seat first = rooms.join("daily", arrival(guest("one", 2), true, false, null));
        rooms.join("daily", arrival(guest("one", 2), true, false, null));
        assertRefused(ErrorCode.TOKEN_USED_UP, arrival(guest("one", 2), true, false, null));
        rooms.join("other", arrival(guest("one", 2), true, false, null));
        rooms.leave(first, LeaveReason.LEFT);
        rooms.join("daily", arrival(guest("one", 2), true, false, null));
        rooms.join("daily", arrival(guest("two", 2), true, false, null));
    }

    @Test
    void whoIsAwayMakesPlaceForOthersWithTheSameToken() {
        rooms.disconnected(rooms.join("daily", arrival(guest("one", 1), true, false, null)));
        rooms.join("daily", arrival(guest("one", 1), true, false, null));
        assertEquals(1, rooms.usage().participants());
        assertRefused(ErrorCode.TOKEN_USED_UP, arrival(guest("one", 1), true, false, null));
    }

    @Test
    void anExpiredTokenTakesUpAnEarlierPlaceOnly() {
        Seat seat = rooms.join("daily", arrival(guest("one", 1), true, false, null));
        ClientMessage.Resume resume =
                new ClientMessage.Resume(seat.participant().secret().text(), 1L);
        assertRefused(ErrorCode.TOKEN_EXPIRED, arrival(guest("other", 1), true, true, resume));
        RecordingOutbox again = new RecordingOutbox();
        Seat back = rooms.join("daily", arrival(guest("one", 1), true, true, resume, again));
        assertEquals(seat.id(), back.id());
        assertTrue(again.sent().get(0).contains("\"resumed\":true"));
    }

    @Test
    void somebodyMustOpenTheRoom() {
        assertRefused(ErrorCode.ROOM_NOT_OPEN, arrival(Identity.claimed("Ada"), false, false, null));
        assertEquals(0, rooms.usage().rooms());
        rooms.join("daily", arrival(Identity.claimed("Grace"), true, false, null));
        rooms.join("daily", arrival(Identity.claimed("Ada"), false, false, null));
    }

    private void assertRefused(ErrorCode code, Arrival arrival) {
        assertEquals(
                code,
                assertThrows(ProtocolException.class, () -> rooms.join("daily", arrival))
                        .code());
    }

    private static Identity guest(String token, int atOnce) {
        return new Identity("Ada", true, Role.GUEST, new Grant(token, null, atOnce));
    }

    private static Arrival arrival(
            Identity identity, boolean mayOpen, boolean onlyResumes, ClientMessage.Resume resume) {
        return arrival(identity, mayOpen, onlyResumes, resume, new RecordingOutbox());
    }

    private static Arrival arrival(
            Identity identity, boolean mayOpen, boolean onlyResumes, ClientMessage.Resume resume, Outbox outbox) {
        return new Arrival(
                new Admit(identity, mayOpen, onlyResumes),
                outbox,
                CONNECTIONS.incrementAndGet(),
                resume,
                id -> Arrivals.NO_ICE);
    }
}
