package org.visavis.settings;

import java.time.Duration;

/**
 * The limits of one room.
 *
 * @param capacity maximum number of participants
 * @param resume how long the place of a participant without a connection is kept, with the messages that it misses
 * @param historyMessages maximum number of messages in the history
 * @param historyLength maximum length of these together, in UTF-16 code units
 * @param iceRefresh how often participants get their ICE servers anew; null for never
 */
public record RoomLimits(int capacity, Duration resume, int historyMessages, int historyLength, Duration iceRefresh) {

    /** Maximum length of an outbox, in UTF-16 code units. A replay of the history must fit into one. */
    public static final int MAX_HISTORY_LENGTH = 1024 * 1024;

    /** The defaults. A replay of this history fits into an outbox, even if all of it was for one participant. */
    public static final RoomLimits DEFAULT = new RoomLimits(16, Duration.ofSeconds(60), 1024, MAX_HISTORY_LENGTH, null);
}
