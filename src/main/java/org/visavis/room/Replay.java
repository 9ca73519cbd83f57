package org.visavis.room;

import java.util.List;
import java.util.function.LongSupplier;
import org.visavis.access.TokenBucket;

/**
 * Finds the messages that a participant has missed. Guarded by the room's lock.
 *
 * @param kept the messages of the room
 */
record Replay(KeptMessages kept) {
    /** Space that a replay leaves for a {@code welcome}, in UTF-16 code units: 100 peers with the longest names. */
    private static final int MAX_WELCOME_LENGTH = 128 * 1024;

    /** Maximum length of a replay, in UTF-16 code units. It must fit into the outbox of a client that reads it later. */
    private static final int MAX_LENGTH = Outbox.MAX_LENGTH - MAX_WELCOME_LENGTH;

    /** Maximum burst of replays to one participant, in UTF-16 code units, over all its connections. */
    private static final int MAX_ALLOWANCE = 2 * Outbox.MAX_LENGTH;

    /** The same in the long run, per second: as much per minute as a room keeps by default. */
    private static final int ALLOWANCE_RATE = Outbox.MAX_LENGTH / 60;

    /**
     * What a participant has missed.
     *
     * @param seq the number of the last message that it has seen
     * @param texts the messages after it, up to entry {@code upTo} of the history
     */
    record Missed(long seq, List<String> texts, long upTo) {}

    /** Limits the replays of one participant: to ask for the same again and again would get much for little. */
    static TokenBucket allowance(LongSupplier clock) {
        return new TokenBucket(MAX_ALLOWANCE, ALLOWANCE_RATE, clock);
    }

    /** What was missed after {@code seq}; null if messages are no longer kept so far back, or if they are too many. */
    Missed of(Participant absent, long seq, TokenBucket allowance) {
        if (!absent.hadJoinedBy(seq) || !kept.reachBackTo(seq)) {
            return null;
        }
        List<String> texts = kept.after(seq, absent.id());
        int length = texts.stream().mapToInt(String::length).sum();
        boolean fits = texts.size() < Outbox.MAX_MESSAGES && length < MAX_LENGTH;
        return fits && allowance.take(length) ? new Missed(seq, texts, kept.lastSeq()) : null;
    }

    /** What has come since; null if it is no longer kept. */
    List<String> since(Missed missed, String id) {
        return kept.reachBackTo(missed.upTo) ? kept.after(missed.upTo, id) : null;
    }
}
