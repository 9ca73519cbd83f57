package org.visavis.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.visavis.access.Identity;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;

/** A listener hears of all who come and go at its node, and of nobody twice. */
class RoomListenerTest {
    private long now = 1_000;
    private final RecordingListener listener = new RecordingListener();
    private final Rooms rooms =
            Arrivals.rooms(2, () -> now, listener, (room, clock, follower) -> new MemoryHistory(clock, follower));

    @Test
    void aVisitIsTheSameFromTheFirstToTheLast() {
        Seat ada = rooms.join("Daily", Arrivals.of("Ada", new Calling("192.0.2.1")));
        RoomListener.Visit joined = listener.last();
        assertEquals(new RoomListener.Visit("daily", ada.id(), Identity.claimed("Ada"), "192.0.2.1"), joined);
        rooms.leave(ada, LeaveReason.LEFT);
        assertEquals(joined, listener.last());
        rooms.leave(ada, LeaveReason.LOST);
        rooms.disconnected(ada);
        assertEquals(List.of("Ada joined", "Ada left"), listener.told());
    }

    @Test
    void whoComesBackCallsFromAnotherAddress() {
        Seat ada = rooms.join("daily", Arrivals.of("Ada", new Calling("192.0.2.1")));
        rooms.disconnected(ada);
        resume(rooms, ada, "192.0.2.2");
        assertEquals("192.0.2.2", listener.last().address());
        assertEquals(ada.id(), listener.last().id());
        assertEquals(List.of("Ada joined", "Ada disconnected", "Ada resumed"), listener.told());
    }

    @Test
    void whoStaysAwayIsLostAndComesBackAsANewcomer() {
        Seat ada = rooms.join("daily", Arrivals.of("Ada", new Calling("192.0.2.1")));
        rooms.join("daily", Arrivals.of("Grace", Outbox.NOWHERE));
        rooms.disconnected(ada);
        now += 60_001;
        rooms.expire();
        resume(rooms, ada, "192.0.2.1");
        assertEquals(
                List.of("Ada joined", "Grace joined", "Ada disconnected", "Ada lost", "Ada joined anew"),
                listener.told());
    }

    @Test
    void whoIsAwayLongestLeavesForANewcomer() {
        rooms.join("daily", Arrivals.of("Ada", Outbox.NOWHERE));
        rooms.disconnected(rooms.join("daily", Arrivals.of("Grace", Outbox.NOWHERE)));
        rooms.join("daily", Arrivals.of("Hedy", Outbox.NOWHERE));
        assertEquals(
                List.of("Ada joined", "Grace joined", "Grace disconnected", "Grace lost", "Hedy joined"),
                listener.told());
    }

    @Test
    void eachNodeTellsOfItsOwn() {
        LateHistory history = new LateHistory();
        RecordingListener there = new RecordingListener();
        LateHistory.Server hereServer = history.new Server(3, () -> now, listener);
        LateHistory.Server thereServer = history.new Server(3, () -> now, there);
        Seat ada = hereServer.rooms.join("daily", Arrivals.of("Ada", Outbox.NOWHERE));
        Seat grace = thereServer.rooms.join("daily", Arrivals.of("Grace", Outbox.NOWHERE));
        hereServer.deliverAll();
        thereServer.deliverAll();
        hereServer.rooms.disconnected(ada);
        resume(thereServer.rooms, ada, "192.0.2.3");
        thereServer.rooms.leave(grace, LeaveReason.LEFT);
        hereServer.deliverAll();
        thereServer.deliverAll();
        assertEquals(List.of("Ada joined", "Ada disconnected"), listener.told());
        assertEquals(List.of("Grace joined", "Ada resumed", "Grace left"), there.told());
    }

    @Test
    void severalHearTheSame() {
        RecordingListener second = new RecordingListener();
        RoomListener both = RoomListener.all(List.of(listener, second));
        RoomListener.Visit visit = new RoomListener.Visit("daily", "x", Identity.claimed("Ada"), null);
        both.joined(visit, true);
        both.disconnected(visit);
        both.resumed(visit);
        both.left(visit, LeaveReason.LOST);
        assertEquals(List.of("Ada joined anew", "Ada disconnected", "Ada resumed", "Ada lost"), listener.told());
        assertEquals(listener.told(), second.told());
    }

    private static void resume(Rooms rooms, Seat seat, String address) {
        ClientMessage.Resume resume =
                new ClientMessage.Resume(seat.participant().secret().text(), 1L);
        rooms.join("daily", Arrivals.of(seat.participant().identity(), new Calling(address), resume));
    }

    /** The outbox of a connection from an address. */
    private record Calling(String address) implements Outbox {
        @Override
        public void enqueue(String text) {}

        @Override
        public void flush() {}

        @Override
        public void end(ErrorCode reason) {}
    }
}
