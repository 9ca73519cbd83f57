package org.visavis.room;

import org.visavis.signaling.ErrorCode;

/**
 * The way to one participant. Putting a message in and sending are apart, because the first happens while a room is
 * locked, so that all see the same order, and the second must not: it may call into the network, and back.
 */
public interface Outbox {
    /** A call's busiest second is a few dozen messages; 256 that wait are a client that does not read. */
    int MAX_MESSAGES = 256;

    /** In UTF-16 code units, over all that wait: sixteen messages of the longest kind. */
    int MAX_LENGTH = 1024 * 1024;

    /** Appends a message. Never sends, blocks or throws; what a closed or overfull outbox gets is dropped. */
    void enqueue(String text);

    /** Starts sending what has been appended, now or soon, unless that is under way. Never called while a room is locked. */
    void flush();

    /** Says why, and ends this way; does nothing where it has ended. Never called while a room is locked. */
    void close(ErrorCode reason);
}
