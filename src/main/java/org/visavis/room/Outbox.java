package org.visavis.room;

import org.visavis.protocol.ErrorCode;
import org.visavis.settings.RoomLimits;

/**
 * The queue of messages to one participant. A room enqueues under its lock, so that all participants see the same order. It
 * sends only after it has released the lock, because a send may call into the network, and back.
 */
public interface Outbox {
    /**
     * Maximum number of messages: a far backstop, for what a message costs besides its characters. A client that reads never
     * has so many waiting. One that does not read makes no progress, or first reaches 1,048,576 characters.
     */
    int MAX_MESSAGES = 16 * 1024;

    /** Maximum length of all waiting messages, in UTF-16 code units: sixteen messages of the maximum length. */
    int MAX_LENGTH = RoomLimits.MAX_HISTORY_LENGTH;

    /** The outbox of a participant without a connection: it drops every message. */
    Outbox NOWHERE = new Outbox() {
        @Override
        public void enqueue(String text) {}

        @Override
        public void flush() {}

        @Override
        public void end(ErrorCode reason) {}
    };

    /** The network address that the messages go to; null if unknown. */
    default String address() {
        return null;
    }

    /** Appends a message. Never sends, blocks or throws. A closed or overfull outbox drops the message. */
    void enqueue(String text);

    /** Starts to send the appended messages, now or soon, unless a send is under way. Never called under a room's lock. */
    void flush();

    /** Tells the client the reason and ends the connection, unless it has ended. Never called under a room's lock. */
    void end(ErrorCode reason);
}
