package org.visavis.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.access.Identity;
import org.visavis.access.Role;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ProtocolException;

/** Rooms that take no newcomers, since the server is about to go away. */
class DrainedRoomsTest {
    private final AtomicBoolean draining = new AtomicBoolean();
    private final Rooms rooms = Arrivals.rooms(3);
    private final RecordingOutbox toAda = new RecordingOutbox();
    private final Seat ada = rooms.join("daily", Arrivals.of("Ada", toAda));
    private final String secret = ada.participant().secret().text();

    @BeforeEach
    void drain() {
        rooms.closeToNewcomersWhile(draining::get);
        draining.set(true);
    }

    @Test
    void newcomersAreRefusedInEveryRoomAndNobodyNotices() {
        int told = toAda.sent().size();
        assertRefused("daily", null);
        assertRefused("another", null);
        assertRefused("daily", new ClientMessage.Resume("A".repeat(32), 1L));
        assertRefused("another", new ClientMessage.Resume(secret, 1L)); // a place elsewhere
        assertEquals(told, toAda.sent().size());
        assertEquals(1, rooms.usage().rooms());
        draining.set(false);
        rooms.join("daily", Arrivals.of("Grace", new RecordingOutbox()));
        assertEquals(2, rooms.usage().participants());
    }

    @Test
    void whoHasAPlaceResumes() {
        rooms.disconnected(ada);
        Seat back = rooms.join("daily", returning(Identity.claimed("Ada")));
        assertEquals(ada.id(), back.id());
        assertTrue(back.outbox() != ada.outbox());
    }

    @Test
    void whoMayNotTakeUpAPlaceIsANewcomer() {
        draining.set(false);
        Identity signedIn = Identity.verified("Hedy", Role.PARTICIPANT);
        Seat hedy = rooms.join("daily", Arrivals.of(signedIn, new RecordingOutbox(), null));
        draining.set(true);
        ClientMessage.Resume claim =
                new ClientMessage.Resume(hedy.participant().secret().text(), 2L);
        assertRefused("daily", claim);
    }

    @Test
    void whoHasGivenUpThePlaceIsANewcomer() {
        rooms.leave(ada, LeaveReason.LEFT);
        assertRefused("daily", new ClientMessage.Resume(secret, 1L));
    }

    private Arrival returning(Identity identity) {
        return Arrivals.of(identity, new RecordingOutbox(), new ClientMessage.Resume(secret, 1L));
    }

    private void assertRefused(String room, ClientMessage.Resume resume) {
        Arrival arrival = Arrivals.of(Identity.claimed("Mallory"), new RecordingOutbox(), resume);
        ProtocolException refusal = assertThrows(ProtocolException.class, () -> rooms.join(room, arrival));
        assertEquals(ErrorCode.DRAINING, refusal.code());
    }
}
