package org.visavis.room;

import java.util.List;
import java.util.function.LongSupplier;
import org.visavis.access.TokenBucket;

/**
 * Finds the messages that a participant has missed. Guarded by the room's lock.
 *
 * @param history of the room
 */
record Replay(RoomHistory history) {
    /** Space that a replay leaves for a {@code welcome}, in UTF-16 code units: 100 peers with the longest names. */
    private static final int MAX_WELCOME_LENGTH = 128 * 1024;

    /** Maximum length of a replay, in UTF-16 code units. It must fit into the outbox of a client that reads it later. */
    private static final int MAX_LENGTH = Outbox.MAX_LENGTH - MAX_WELCOME_LENGTH;

    /** Maximum burst of replays to one participant, in UTF-16 code units, over all its connections. */
    private static final int MAX_ALLOWANCE = 2 * Outbox.MAX_LENGTH;

    /** The same in the long run, per second: as much per minute as a history holds by default. */
    private static final int ALLOWANCE_RATE = Outbox.MAX_LENGTH / 60;

    /** Limits the replays of one participant: to ask for the same again and again would get much for little. */
    static TokenBucket allowance(LongSupplier clock) {
        return new TokenBucket(MAX_ALLOWANCE, ALLOWANCE_RATE, clock);
    }

    /** The messages after {@code seq}; null if the history does not reach back so far, or if they are too many. */
    List<String> of(Seat absent, long seq) {
        if (!absent.participant().hadJoinedBy(seq) || !history.reachesBackTo(seq)) {
            return null;
        }
        List<String> missed = history.after(seq, absent.id());
        int length = missed.stream().mapToInt(String::length).sum();
        boolean fits = missed.size() < Outbox.MAX_MESSAGES && length < MAX_LENGTH;
        return fits && absent.mayHaveReplayed(length) ? missed : null;
    }
}
