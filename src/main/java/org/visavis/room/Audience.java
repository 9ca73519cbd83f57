package org.visavis.room;

import java.util.Map;

/**
 * Those in a room who may come back, and ask for what they missed. The room's lock guards it.
 *
 * @param participants of the room now, by their ids, in the order in which they came
 */
record Audience(Map<String, Participant> participants) {

    /** Whether anybody may ask for a message; mostly the one who has been here longest may. */
    boolean wants(RoomHistory.Entry entry) {
        if (entry.to() != null) {
            Participant recipient = participants.get(entry.to());
            return recipient != null && recipient.hadJoinedBy(entry.seq());
        }
        for (Participant participant : participants.values()) {
            if (participant.hadJoinedBy(entry.seq()) && entry.isFor(participant.id())) {
                return true;
            }
        }
        return false;
    }
}
