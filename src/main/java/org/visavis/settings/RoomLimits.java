package org.visavis.settings;

import java.time.Duration;

/**
 * What a room may hold and for how long.
 *
 * @param capacity how many participants may be in one room
 * @param resume for how long the place of one who lost its connection is kept, and with it what was said meanwhile
 * @param historyMessages how many messages the history of one room keeps at most
 * @param historyLength how many UTF-16 code units these may have together
 * @param iceRefresh how often participants are told of their ICE servers anew; null for never again
 */
public record RoomLimits(int capacity, Duration resume, int historyMessages, int historyLength, Duration iceRefresh) {

    /** The most that an outbox holds, in UTF-16 code units: a replay must fit into one. */
    public static final int MAX_HISTORY_LENGTH = 1024 * 1024;

    /** The largest history whose replay fits into one outbox, had it all been for one participant. */
    public static final RoomLimits DEFAULT = new RoomLimits(16, Duration.ofSeconds(60), 1024, MAX_HISTORY_LENGTH, null);
}
