package org.visavis.room;

import org.visavis.access.TokenBucket;
import org.visavis.protocol.ServerMessage.IceConfiguration;

/**
 * What this node holds of a {@link Participant}: one connection, and the way to it. A participant who comes back over another
 * connection gets a new seat, so that whatever the old connection still brings comes from nobody. The room's lock guards what
 * changes.
 */
public final class Seat {
    private final Room room;
    private final Participant participant;
    private final String id;
    private final long localConnection;
    private final TokenBucket replays;
    private long iceTold;

    /** What the participant came with: the way to it, and all that hangs on that; null while there is no connection. */
    private volatile Arrival arrival;

    /**
     * Over the connection of an arrival.
     *
     * @param replays characters that may yet be sent to the participant once more
     */
    Seat(Room room, Participant participant, Arrival arrival, TokenBucket replays) {
        this.room = room;
        this.participant = participant;
        this.arrival = arrival;
        this.replays = replays;
        id = participant.id();
        localConnection = arrival.localConnection();
    }

    /** The seat of the same participant, who is back over another connection. */
    Seat back(Arrival newArrival) {
        participant.comeBack();
        return new Seat(room, participant, newArrival, replays);
    }

    /** The participant's id: unique among all rooms, and not to be guessed. */
    public String id() {
        return id;
    }

    /** The room that the participant joined; stays the same after leaving it. */
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

    /** The number of its connection, or of its last one, among those of this node. */
    long localConnection() {
        return localConnection;
    }

    /** Whether so many characters may be sent to the participant once more; if so, they count. */
    boolean mayHaveReplayed(long characters) {
        return replays.take(characters);
    }

    /** The connection has ended, and nothing of it is kept. */
    void vacate(long now) {
        participant.goAway(now);
        arrival = null;
    }

    boolean isAway() {
        return participant.isAway();
    }

    /** What to connect through from {@code now} on. */
    IceConfiguration tellIce(long now) {
        iceTold = now;
        return arrival.ice().apply(id);
    }

    /** When that was last told. */
    long iceTold() {
        return iceTold;
    }
}
