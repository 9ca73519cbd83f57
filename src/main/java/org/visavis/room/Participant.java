package org.visavis.room;

import org.visavis.access.Identity;
import org.visavis.protocol.ParticipantStatus;
import org.visavis.protocol.ServerMessage;
import org.visavis.protocol.ServerMessage.IceConfiguration;

/**
 * One who is, or was, in a room over one connection. Who comes back over another one is a new object that takes the place
 * of the old: what still comes over the old connection comes from nobody. What changes of it is the room's knowledge, and
 * guarded by its lock.
 */
public final class Participant {
    private final Place place;
    private final String id;
    private final long connection;
    private ParticipantStatus status = ParticipantStatus.UNKNOWN;
    private long lastNumber;
    private Long awaySince;
    private long iceTold;

    /** What it came with: the way to it, and all that hangs on that; null while there is no connection. */
    private volatile Arrival arrival;

    /** Over the connection of an arrival. */
    Participant(Place place, Arrival arrival) {
        this.place = place;
        this.arrival = arrival;
        id = place.secret().id();
        connection = arrival.connection();
    }

    /** This one, back over another connection. It keeps its name, whatever it calls itself now. */
    Participant back(Arrival newArrival) {
        Participant back = new Participant(place, newArrival);
        back.status = status;
        back.lastNumber = lastNumber;
        return back;
    }

    /** Unique among all rooms, and not to be guessed. */
    public String id() {
        return id;
    }

    /** Who it is. */
    public Identity identity() {
        return place.identity();
    }

    /** The room that this participant joined; stays the same after leaving it. */
    public Room room() {
        return place.room();
    }

    Outbox outbox() {
        Arrival present = arrival;
        return present == null ? Outbox.NOWHERE : present.outbox();
    }

    /** The number of its connection, or of its last one. */
    long connection() {
        return connection;
    }

    ResumeSecret secret() {
        return place.secret();
    }

    /** Whether what this one missed goes back no further than its own joining. */
    boolean hadJoinedBy(long seq) {
        return seq >= place.joinedAs();
    }

    /** Whether so many characters may be sent to it once more; if so, they count. */
    boolean mayHaveReplayed(long characters) {
        return place.replays().take(characters);
    }

    void merge(ParticipantStatus change) {
        status = status.merge(change);
    }

    /** Whether this message is new; one that a client sends again, not knowing that it has arrived, is not. */
    boolean isNew(Long number) {
        if (number == null) {
            return true;
        }
        boolean isNew = number > lastNumber;
        lastNumber = Math.max(lastNumber, number);
        return isNew;
    }

    /** The number of the last message that came, or null where none had one. */
    Long lastNumber() {
        return lastNumber == 0 ? null : lastNumber;
    }

    /** Its connection has ended, and nothing of that is kept. */
    void goAway(long now) {
        awaySince = now;
        arrival = null;
    }

    boolean isAway() {
        return awaySince != null;
    }

    /** Since when there is no connection, in milliseconds of the room's clock; null while there is one. */
    Long awaySince() {
        return awaySince;
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

    ServerMessage.Peer toPeer() {
        return new ServerMessage.Peer(
                id, identity().name(), identity().verified(), identity().role().code(), status);
    }
}
