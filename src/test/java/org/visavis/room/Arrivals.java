package org.visavis.room;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.visavis.access.AccessDecision.Admit;
import org.visavis.access.Identity;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.MessageCodec;
import org.visavis.protocol.ServerMessage.IceConfiguration;
import org.visavis.settings.RoomLimits;
import org.visavis.settings.ServerLimits;

/** Rooms for tests, and people who come to them. */
final class Arrivals {
    static final IceConfiguration NO_ICE = new IceConfiguration(List.of(), "all");

    /** Those that a test does not number itself are opened in the order in which they are used. */
    private static final AtomicLong CONNECTIONS = new AtomicLong();

    private Arrivals() {}

    /** Rooms whose clock stands still. */
    static Rooms rooms(int capacity) {
        return rooms(capacity, () -> 0, (room, clock, follower) -> new MemoryHistory(clock, follower));
    }

    static Rooms rooms(int capacity, LongSupplier clock, RoomHistory.Opening histories) {
        return rooms(capacity, clock, RoomListener.NONE, histories);
    }

    static Rooms rooms(int capacity, LongSupplier clock, RoomListener listener, RoomHistory.Opening histories) {
        RoomLimits usual = RoomLimits.DEFAULT;
        return new Rooms(
                new RoomLimits(capacity, usual.resume(), usual.historyMessages(), usual.historyLength(), null),
                ServerLimits.usual(),
                new MessageCodec(),
                clock,
                listener,
                histories);
    }

    /** Somebody who calls herself so. */
    static Arrival of(String name, Outbox outbox) {
        return of(Identity.claimed(name), outbox, null);
    }

    static Arrival of(Identity identity, Outbox outbox, ClientMessage.Resume resume) {
        return of(identity, outbox, CONNECTIONS.incrementAndGet(), resume);
    }

    /** Somebody over a connection with this number. */
    static Arrival of(Identity identity, Outbox outbox, long connection, ClientMessage.Resume resume) {
        return new Arrival(Admit.always(identity), outbox, connection, resume, id -> NO_ICE);
    }

    /** A signal that is never sent again. */
    static ClientMessage.Signal signal(String to, String data) {
        return new ClientMessage.Signal(to, data, null);
    }
}
