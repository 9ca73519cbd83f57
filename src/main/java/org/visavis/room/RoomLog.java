package org.visavis.room;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What was said in a room, in order: it numbers the messages and keeps the last of them for those who lost their
 * connection. Bounded by age, count and size, so that a room costs no more the longer it lives. Not safe for use by
 * several threads; the room's lock guards it.
 */
final class RoomLog {
    /** How long a message is kept, in milliseconds. */
    static final long MAX_AGE = 60_000;

    static final int MAX_ENTRIES = 1024;

    /** In UTF-16 code units, over all entries; as much as an outbox holds, since a replay must fit into one. */
    static final int MAX_LENGTH = 1024 * 1024;

    /**
     * One message.
     *
     * @param time when it was said, in milliseconds of the room's clock
     * @param from the id of the one who caused it, who did not get it
     * @param to the id of the only one who got it, or null for all others
     * @param text as it was sent
     */
    record Entry(long seq, long time, String from, String to, String text) {
        boolean isFor(String id) {
            return to == null ? !from.equals(id) : to.equals(id);
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long lastSeq;
    private int length;

    /** The number that the next message will have. */
    long nextSeq() {
        return lastSeq + 1;
    }

    /** Appends the message with the number {@link #nextSeq()}. */
    void append(long time, String from, String to, String text) {
        lastSeq++;
        entries.addLast(new Entry(lastSeq, time, from, to, text));
        length += text.length();
        while (isTooMuch(time)) {
            length -= entries.removeFirst().text.length();
        }
    }

    /** What the participant {@code id} would have got after {@code seq}, as far as it is kept. */
    List<Entry> after(long seq, String id) {
        return entries.stream()
                .filter(entry -> entry.seq > seq && entry.isFor(id))
                .toList();
    }

    private boolean isTooMuch(long now) {
        return entries.size() > MAX_ENTRIES || length > MAX_LENGTH || now - entries.getFirst().time > MAX_AGE;
    }
}
