package org.visavis.websocket;

import java.util.function.LongSupplier;
import org.visavis.access.TokenBucket;
import org.visavis.room.Outbox;

/**
 * How much one connection may send. A message to a whole room counts once per recipient, since that is what it costs the
 * server and the readers.
 *
 * @param messages to be passed on
 * @param characters UTF-16 code units of these
 */
record SendAllowance(TokenBucket messages, TokenBucket characters) {
    /** Burst of characters: what fits into the outbox of a client that reads nothing meanwhile. */
    static final int CHARACTERS_AT_ONCE = Outbox.MAX_LENGTH;

    /** Burst of messages, chosen likewise. A participant who joins a call of 50 sends 1,000. */
    static final int MESSAGES_AT_ONCE = Outbox.MAX_MESSAGES / 2;

    /** A message costs the server as much as this many characters. By default that makes 2,048 messages a second. */
    static final int CHARACTERS_OF_A_MESSAGE = 512;

    /**
     * Creates a full allowance.
     *
     * @param rate characters a second in the long run; a rate above the burst also enlarges the burst
     */
    static SendAllowance of(int rate, LongSupplier clock) {
        int messages = Math.max(1, rate / CHARACTERS_OF_A_MESSAGE);
        return new SendAllowance(
                new TokenBucket(Math.max(MESSAGES_AT_ONCE, messages), messages, clock),
                new TokenBucket(Math.max(CHARACTERS_AT_ONCE, rate), rate, clock));
    }

    /** How many milliseconds it takes until the next message may be passed on, whatever its size; 0 for now. */
    long millisUntilNext() {
        return Math.max(messages.millisUntilAny(), characters.millisUntilAny());
    }

    /** Counts a message of this length that has been passed on to this many recipients. */
    void spend(int recipients, int length) {
        messages.spend(recipients);
        characters.spend((long) recipients * length);
    }
}
