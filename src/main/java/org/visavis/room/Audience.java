package org.visavis.room;

/**
 * Those in a room who may come back, and ask for what they missed. The room's lock guards it.
 *
 * @param seats of the room now
 */
record Audience(Seats seats) {

    /** Whether anybody may ask for a message; mostly the one who has been here longest may. */
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
