package org.visavis.room;

import org.visavis.signaling.ParticipantStatus;
import org.visavis.signaling.ServerMessage;

/** One who is, or was, in a room. Which room and with what status is the room's knowledge, and guarded by its lock. */
public final class Participant {
    private final String id;
    private final Identity identity;
    private final Outbox outbox;
    private final Room room;
    private ParticipantStatus status = ParticipantStatus.UNKNOWN;

    Participant(String id, Identity identity, Outbox outbox, Room room) {
        this.id = id;
        this.identity = identity;
        this.outbox = outbox;
        this.room = room;
    }

    /** Unique among all rooms, and not to be guessed. */
    public String id() {
        return id;
    }

    /** Who it is. */
    public Identity identity() {
        return identity;
    }

    /** The room that this participant joined; stays the same after leaving it. */
    public Room room() {
        return room;
    }

    Outbox outbox() {
        return outbox;
    }

    void merge(ParticipantStatus change) {
        status = status.merge(change);
    }

    ServerMessage.Peer toPeer() {
        return new ServerMessage.Peer(
                id, identity.name(), identity.verified(), identity.role().code(), status);
    }
}
