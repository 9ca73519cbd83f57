package org.visavis.room;

import org.visavis.access.TokenBucket;
import org.visavis.protocol.ServerMessage.IceConfiguration;

/**
 * What this node holds of a {@link Participant}: one connection and its outbox. A participant who comes back over another
 * connection gets a new seat, so that late messages of the old connection have no effect. The room's lock guards what
 * changes.
 */
public final class Seat {
    private final Room room;
    private final Participant participant;
    private final String id;
    private final long localConnection;
    private final TokenBucket replays;
    private long iceTold;

    /** The arrival, with the outbox; null while there is no connection, so that nothing of that stays in memory. */
    private volatile Arrival arrival;

    /**
     * Creates the seat of a participant who arrives.
     *
     * @param replays limits how many characters may be replayed to the participant
     */
    Seat(Room room, Participant participant, Arrival arrival, TokenBucket replays) {
        this.room = room;
        this.participant = participant;
        this.arrival = arrival;
        this.replays = replays;
        id = participant.id();
        localConnection = arrival.localConnection();
    }

    /** The new seat of this participant, who is back over another connection. */
    Seat back(Arrival newArrival) {
        participant.comeBack();
        return new Seat(room, participant, newArrival, replays);
    }

    /** The participant's id: unguessable, and unique among all rooms. */
    public String id() {
        return id;
    }

    /** The room that the participant joined; unchanged after it has left. */
    public Room room() {
        return room;
    }

    Participant participant() {
        return participant;
    }

    Outbox outbox() {
        Arrival present = arrival;
        return present == null ? Outbox.NOWHERE : present.outbox();
    }

    /** The number of the connection, or of the last one, on this node. */
    long localConnection() {
        return localConnection;
    }

    /** Whether a replay of this many characters is allowed. If so, it counts. */
    boolean mayHaveReplayed(long characters) {
        return replays.take(characters);
    }

    /** Drops the connection, which has ended. */
    void vacate(long now) {
        participant.goAway(now);
        arrival = null;
    }

    boolean isAway() {
        return participant.isAway();
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
