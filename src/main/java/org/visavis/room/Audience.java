package org.visavis.room;

/**
 * The participants of a room who may come back and ask for what they missed. Guarded by the room's lock.
 *
 * @param seats the seats of the room
 */
record Audience(Seats seats) {

    /** Whether anybody may still ask for this message. Mostly the participant who has been here longest may. */
    boolean wants(RoomHistory.Entry entry) {
        if (entry.to() != null) {
            Seat recipient = seats.of(entry.to());
            return recipient != null && recipient.participant().hadJoinedBy(entry.seq());
        }
        for (Seat seat : seats.all()) {
            if (seat.participant().hadJoinedBy(entry.seq()) && entry.isFor(seat.id())) {
                return true;
            }
        }
        return false;
    }
}
