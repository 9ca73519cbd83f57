package org.visavis.room;

import java.util.List;

/**
 * What was said in a room, in order: numbers the messages, and keeps those that somebody may yet ask for who lost the
 * connection. All nodes that serve a room see the same history. {@link MemoryHistory} keeps it in this JVM, for one node; a
 * second implementation will keep it where several nodes find it.
 *
 * <p>Not safe for use by several threads; the room's lock guards it.
 */
interface RoomHistory {

    /**
     * One message.
     *
     * @param time when it was said, in milliseconds of the room's clock
     * @param from the id of the one who caused it, who did not get it
     * @param to the id of the only one who got it, or null for all others
     * @param text as it was sent
     * @param cost in bytes of the heap
     */
    record Entry(long seq, long time, String from, String to, String text, long cost) {
        boolean isFor(String id) {
            return to == null ? !from.equals(id) : to.equals(id);
        }
    }

    /** The number that the next message will have. */
    long nextSeq();

    /** Appends the message with the number {@link #nextSeq()}. */
    void append(long time, String from, String to, String text);

    /** Forgets what is too old, or too much. */
    void trim(long now);

    /** Forgets what nobody can ask for any more, since somebody has left. */
    void forgetUnwanted();

    /** Whether everything is kept that was said after {@code seq}, which has been said, to those who are in the room. */
    boolean reachesBackTo(long seq);

    /** What the participant {@code id} would have got after {@code seq}, as far as it is kept. */
    List<String> after(long seq, String id);

    /** How many messages are kept. */
    int size();

    /** How many UTF-16 code units these have. */
    int length();
}
