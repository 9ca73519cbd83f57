package org.visavis.room;

import org.visavis.signaling.ParticipantStatus;
import org.visavis.signaling.ServerMessage;

/** One who is, or was, in a room. Which room and with what status is the room's knowledge, and guarded by its lock. */
public final class Participant {
    private final String id;
    private final String name;
    private final Outbox outbox;
    private final Room room;
    private ParticipantStatus status = ParticipantStatus.UNKNOWN;

    Participant(String id, String name, Outbox outbox, Room room) {
        this.id = id;
        this.name = name;
        this.outbox = outbox;
        this.room = room;
    }

    /** Unique among all rooms, and not to be guessed. */
    public String id() {
        return id;
    }

    /** What the others see. */
    public String name() {
        return name;
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
        return new ServerMessage.Peer(id, name, status);
    }
}
