package org.visavis.room;

import org.visavis.protocol.ErrorCode;
import org.visavis.settings.RoomLimits;

/**
 * The way to one participant. Putting a message in and sending are apart, because the first happens while a room is
 * locked, so that all see the same order, and the second must not: it may call into the network, and back.
 */
public interface Outbox {
    /**
     * A far backstop: what a message costs besides its characters. Who reads is never so far behind, whatever comes at once; who
     * does not has 1,048,576 characters waiting before, or makes no progress.
     */
    int MAX_MESSAGES = 16 * 1024;

    /** In UTF-16 code units, over all that wait: sixteen messages of the longest kind. */
    int MAX_LENGTH = RoomLimits.MAX_HISTORY_LENGTH;

    /** The way to one who has lost the connection: leads nowhere, and holds nothing. */
    Outbox NOWHERE = new Outbox() {
        @Override
        public void enqueue(String text) {}

        @Override
        public void flush() {}

        @Override
        public void close(ErrorCode reason) {}
    };

    /** Appends a message. Never sends, blocks or throws; what a closed or overfull outbox gets is dropped. */
    void enqueue(String text);

    /** Starts sending what has been appended, now or soon, unless that is under way. Never called while a room is locked. */
    void flush();

    /** Says why, and ends this way; does nothing where it has ended. Never called while a room is locked. */
    void close(ErrorCode reason);
}
