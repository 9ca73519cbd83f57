package org.visavis.room;

import java.util.List;

/**
 * The ordered history of a room. It numbers the messages, and keeps those that a participant may still ask for after a lost
 * connection. All nodes that serve a room see the same history. {@link MemoryHistory} keeps it in this JVM, for one node. A
 * second implementation will keep it where several nodes find it.
 *
 * <p>Not thread-safe; the room's lock guards it.
 */
interface RoomHistory {

    /**
     * One message.
     *
     * @param time when it was sent, in milliseconds of the room's clock
     * @param from the id of the participant who caused it, and did not get it
     * @param to the id of its only recipient, or null for all others
     * @param text as it was sent
     * @param cost in bytes of the heap
     */
    record Entry(long seq, long time, String from, String to, String text, long cost) {
        boolean isFor(String id) {
            return to == null ? !from.equals(id) : to.equals(id);
        }
    }

    /** The number of the next message. */
    long nextSeq();

    /** Appends the message with the number {@link #nextSeq()}. */
    void append(long time, String from, String to, String text);

    /** Drops messages that are too old or too many. */
    void trim(long now);

    /** Drops messages that nobody can ask for any more, since a participant has left. */
    void forgetUnwanted();

    /** Whether message {@code seq} has been sent, and all later ones to those in the room are kept. */
    boolean reachesBackTo(long seq);

    /** The messages for the participant {@code id} after {@code seq}, as far as they are kept. */
    List<String> after(long seq, String id);

    /** How many messages are kept. */
    int size();

    /** Their length in UTF-16 code units. */
    int length();
}
