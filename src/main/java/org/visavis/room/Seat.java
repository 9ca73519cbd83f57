package org.visavis.room;

import java.security.SecureRandom;
import org.visavis.access.TokenBucket;
import org.visavis.protocol.ServerMessage.IceConfiguration;

/**
 * What this node holds of a {@link Participant}: one connection and its outbox. A participant who comes back over another
 * connection gets a new seat, so that late messages of the old connection have no effect. The room's lock guards what
 * changes.
 *
 * <p>A seat is expected until the room's history has the entry with which the participant joins or comes back.
 */
public final class Seat {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Room room;
    private final String id;
    private final long number = RANDOM.nextLong();
    private final long localConnection;
    private final String address;
    private final TokenBucket replays;
    private Replay.Missed missed;
    private Participant participant;
    private boolean holdsPlace;
    private long iceTold;

    /** The arrival, with the outbox; null while there is no connection, so that nothing of that stays in memory. */
    private volatile Arrival arrival;

    /**
     * Creates the seat of a participant who arrives.
     *
     * @param id of the participant
     * @param replays limits how many characters may be replayed to the participant
     * @param missed what the participant has missed; null if it joins
     */
    Seat(Room room, String id, Arrival arrival, TokenBucket replays, Replay.Missed missed) {
        this.room = room;
        this.id = id;
        this.arrival = arrival;
        this.replays = replays;
        this.missed = missed;
        localConnection = arrival.localConnection();
        address = arrival.outbox().address();
    }

    /** The participant's id: unguessable, and unique among all rooms. */
    public String id() {
        return id;
    }

    /** The room that the participant joined; unchanged after it has left. */
    public Room room() {
        return room;
    }

    /** By which events name this seat; random, so that it is the only one with this number on all nodes. */
    long number() {
        return number;
    }

    /** The number of the connection, or of the last one, on this node. */
    long localConnection() {
        return localConnection;
    }

    /** The network address of the connection, or of the last one; null if unknown. */
    String address() {
        return address;
    }

    /** Limits how many characters may be replayed to the participant. */
    TokenBucket replays() {
        return replays;
    }

    /** The history says that the participant has this seat. */
    void take(Participant seated) {
        participant = seated;
    }

    /** Who has this seat, or had it last; null while it is expected. */
    Participant participant() {
        return participant;
    }

    /** What a {@link RoomListener} is told of who has this seat; not while it is expected. */
    RoomListener.Visit visit() {
        return new RoomListener.Visit(room.name(), id, participant.identity(), address);
    }

    /** Whether the participant asked to resume when it came over this connection; false if that has ended. */
    boolean wantedToResume() {
        Arrival present = arrival;
        return present != null && present.resume() != null;
    }

    /** What the participant has missed, and forgets it; null if it joins. */
    Replay.Missed takeMissed() {
        Replay.Missed taken = missed;
        missed = null;
        return taken;
    }

    Outbox outbox() {
        Arrival present = arrival;
        return present == null ? Outbox.NOWHERE : present.outbox();
    }

    /**
     * Drops the connection, which has ended.
     *
     * @param keepsPlace whether one of the server's places is taken for the participant
     */
    void vacate(boolean keepsPlace) {
        arrival = null;
        holdsPlace = keepsPlace;
    }

    /** Whether the connection has ended. */
    boolean isVacant() {
        return arrival == null;
    }

    /** Whether one of the server's places for those without a connection is taken for the participant. */
    boolean holdsPlace() {
        return holdsPlace;
    }

    /** The ICE configuration from {@code now} on. */
    IceConfiguration tellIce(long now) {
        iceTold = now;
        return arrival.ice().apply(id);
    }

    /** When {@link #tellIce} was last called. */
    long iceTold() {
        return iceTold;
    }
}
