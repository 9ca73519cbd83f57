package org.visavis.room;

import java.util.List;
import java.util.function.LongSupplier;
import org.visavis.access.TokenBucket;

/**
 * What one who comes back has missed. The room's lock guards it.
 *
 * @param history of the room
 */
record Replay(RoomHistory history) {
    /** What a replay leaves free in an outbox, in UTF-16 code units: a hundred peers with the longest names. */
    private static final int MAX_WELCOME_LENGTH = 128 * 1024;

    /** In UTF-16 code units, what is replayed at once: it must fit into the outbox of one who reads it later. */
    private static final int MAX_LENGTH = Outbox.MAX_LENGTH - MAX_WELCOME_LENGTH;

    /** In UTF-16 code units, what one participant may have replayed at once, over several connections. */
    private static final int MAX_ALLOWANCE = 2 * Outbox.MAX_LENGTH;

    /** The same in the long run, each second: as much as a history holds by default, each minute. */
    private static final int ALLOWANCE_RATE = Outbox.MAX_LENGTH / 60;

    /** Who comes back needs little of it; but whoever asks for the same over and over gets much for little. */
    static TokenBucket allowance(LongSupplier clock) {
        return new TokenBucket(MAX_ALLOWANCE, ALLOWANCE_RATE, clock);
    }

    /** For one who has seen all up to {@code seq}; null where that is not known, or too much. */
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
