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

    private final RoomLimits limits;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long lastSeq;
    private int length;

    RoomLog(RoomLimits limits) {
        this.limits = limits;
    }

    /** The number that the next message will have. */
    long nextSeq() {
        return lastSeq + 1;
    }

    /** Appends the message with the number {@link #nextSeq()}. */
    void append(long time, String from, String to, String text) {
        lastSeq++;
        entries.addLast(new Entry(lastSeq, time, from, to, text));
        length += text.length();
        trim(time);
    }

    /** Forgets what is too old, or too much. */
    void trim(long now) {
        while (!entries.isEmpty() && isTooMuch(now)) {
            length -= entries.removeFirst().text.length();
        }
    }

    /** Whether everything is kept that was said after {@code seq}, which has been said. */
    boolean reachesBackTo(long seq) {
        return seq <= lastSeq && seq >= lastSeq - entries.size();
    }

    /** What the participant {@code id} would have got after {@code seq}, as far as it is kept. */
    List<String> after(long seq, String id) {
        return entries.stream()
                .filter(entry -> entry.seq > seq && entry.isFor(id))
                .map(Entry::text)
                .toList();
    }

    /** How many messages are kept. */
    int size() {
        return entries.size();
    }

    /** How many UTF-16 code units these have. */
    int length() {
        return length;
    }

    private boolean isTooMuch(long now) {
        return entries.size() > limits.logMessages()
                || length > limits.logLength()
                || now - entries.getFirst().time > limits.resume().toMillis();
    }
}
