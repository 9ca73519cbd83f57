package org.visavis.room;

/**
 * The way to one participant. Putting a message in and sending are apart, because the first happens while a room is
 * locked, so that all see the same order, and the second must not: it may call into the network, and back.
 */
public interface Outbox {

    /** Appends a message. Never sends, blocks or throws; what a closed or overfull outbox gets is dropped. */
    void enqueue(String text);

    /** Starts sending what has been appended, unless that is under way. Never called while a room is locked. */
    void flush();
}
