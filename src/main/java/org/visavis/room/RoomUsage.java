package org.visavis.room;

/**
 * What one room holds, or all rooms together.
 *
 * @param participants all participants
 * @param away those among them who have lost their connection and may come back
 * @param historyMessages messages kept for them
 * @param historyLength length of these in UTF-16 code units; most take one byte each
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
