package org.visavis.websocket;

import java.util.function.LongSupplier;
import org.visavis.access.TokenBucket;
import org.visavis.room.Outbox;

/**
 * How much one connection may say. What goes to a whole room counts as often as it is passed on, since that is what it costs
 * the server and those who read.
 *
 * @param messages those that may be passed on
 * @param characters UTF-16 code units of these
 */
record SendAllowance(TokenBucket messages, TokenBucket characters) {
    /** At once: what fits into the outbox of one who reads nothing meanwhile. */
    static final int CHARACTERS_AT_ONCE = Outbox.MAX_LENGTH;

    /** At once, as above; who joins a call of 50 says 1,000. */
    static final int MESSAGES_AT_ONCE = Outbox.MAX_MESSAGES / 2;

    /** A message costs the server as much as so many characters; with the usual rate, 2,048 messages a second. */
    static final int CHARACTERS_OF_A_MESSAGE = 512;

    /**
     * A full one.
     *
     * @param rate characters a second in the long run; where that is much, so much may be said at once, too
     */
    static SendAllowance of(int rate, LongSupplier clock) {
        int messages = Math.max(1, rate / CHARACTERS_OF_A_MESSAGE);
        return new SendAllowance(
                new TokenBucket(Math.max(MESSAGES_AT_ONCE, messages), messages, clock),
                new TokenBucket(Math.max(CHARACTERS_AT_ONCE, rate), rate, clock));
    }

    /** In how many milliseconds the next message may be passed on, whatever its size; 0 for now. */
    long millisUntilNext() {
        return Math.max(messages.millisUntilAny(), characters.millisUntilAny());
    }

    /** A message of so many characters has been passed on to so many. */
    void spend(int recipients, int length) {
        messages.spend(recipients);
        characters.spend((long) recipients * length);
    }
}
