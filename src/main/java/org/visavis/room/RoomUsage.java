package org.visavis.room;

/**
 * What one room, or all rooms together, hold.
 *
 * @param participants who are in it
 * @param away those among them who have lost their connection and may yet come back
 * @param historyMessages what is kept for them
 * @param historyLength how many UTF-16 code units that is; most take one byte each
 */
public record RoomUsage(int rooms, int participants, int away, int historyMessages, long historyLength) {
    static final RoomUsage NONE = new RoomUsage(0, 0, 0, 0, 0);

    RoomUsage plus(RoomUsage other) {
        return new RoomUsage(
                rooms + other.rooms,
                participants + other.participants,
                away + other.away,
                historyMessages + other.historyMessages,
                historyLength + other.historyLength);
    }
}
