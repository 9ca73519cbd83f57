package org.visavis.room;

import java.util.Map;

/**
 * Those in a room who may come back, and ask for what they missed. The room's lock guards it.
 *
 * @param members of the room now, by their ids, in the order in which they came
 */
record Audience(Map<String, Participant> members) {

    /** Whether anybody may ask for a message; mostly the one who has been here longest may. */
    boolean wants(RoomLog.Entry entry) {
        if (entry.to() != null) {
            Participant recipient = members.get(entry.to());
            return recipient != null && recipient.hadJoinedBy(entry.seq());
        }
        for (Participant member : members.values()) {
            if (member.hadJoinedBy(entry.seq()) && entry.isFor(member.id())) {
                return true;
            }
        }
        return false;
    }
}
