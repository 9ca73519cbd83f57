package org.visavis.room;

import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;
import org.visavis.protocol.MessageCodec;
import org.visavis.protocol.ServerMessage;
import org.visavis.settings.RoomLimits;

/**
 * Tells a participant what is for it alone: the {@code welcome} with what it has missed, and its ICE servers. Guarded by the
 * room's lock.
 *
 * @param room the name of the room
 * @param clock milliseconds, never running backwards
 */
record Greeting(String room, RoomLimits limits, MessageCodec codec, Replay replay, LongSupplier clock) {

    /** What this server supports beyond the first edition of the protocol, as PROTOCOL.md lists it. */
    private static final List<String> FEATURES = List.of("identity", "resume", "token", "ice-configuration");

    /**
     * Enqueues the {@code welcome} for a participant who has just got a seat. It holds when the history is at {@code seq},
     * and later messages follow.
     *
     * @param seq the number of the entry with which the participant joined or came back
     * @param resumed whether it came back; then what it has missed follows
     * @param participants who is in the room; that participant may be among them
     * @return whether all of what it has missed was there
     */
    boolean welcome(Seat seat, long seq, boolean resumed, Collection<Participant> participants) {
        Replay.Missed missed = seat.takeMissed();
        if (seat.isVacant()) {
            return true; // the connection ended before its turn came
        }
        long seen = resumed ? missed.seq() : seq;
        seat.outbox().enqueue(codec.encode(of(seat, seen, resumed, participants)));
        if (!resumed) {
            return true;
        }
        List<String> since = replay.since(missed, seat.id());
        if (since == null) {
            return false;
        }
        missed.texts().forEach(seat.outbox()::enqueue);
        since.forEach(seat.outbox()::enqueue);
        return true;
    }

    private ServerMessage.Welcome of(Seat seat, long seq, boolean resumed, Collection<Participant> participants) {
        Participant self = seat.participant();
        ServerMessage.IceConfiguration ice = seat.tellIce(clock.getAsLong());
        return new ServerMessage.Welcome(
                seq,
                self.toPeer(),
                new ServerMessage.Resume(self.secret().text(), limits.resume().toSeconds()),
                new ServerMessage.RoomInfo(room, limits.capacity()),
                participants.stream()
                        .filter(present -> present != self)
                        .map(Participant::toPeer)
                        .toList(),
                ice.iceServers(),
                ice.iceTransportPolicy(),
                FEATURES,
                resumed,
                resumed ? self.lastNumber() : null);
    }

    /**
     * Enqueues ICE servers if they are due. They bypass the history, being for one alone, and each {@code welcome} has them
     * anyway.
     *
     * @return whether they were due
     */
    boolean refreshIce(Seat seat) {
        long now = clock.getAsLong();
        if (limits.iceRefresh() == null
                || seat.isVacant()
                || now - seat.iceTold() < limits.iceRefresh().toMillis()) {
            return false;
        }
        seat.outbox().enqueue(codec.encode(seat.tellIce(now)));
        return true;
    }
}
