package org.visavis.room;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.visavis.settings.RoomLimits;

/**
 * What was said in a room, in order: it numbers the messages and keeps those that somebody may yet miss who lost the
 * connection. Bounded by age, count and size, so that a room costs no more the longer it lives, and by its share of the
 * memory for all histories. Not safe for use by several threads; the room's lock guards it.
 */
final class RoomHistory {

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

    private final RoomLimits limits;
    private final MemoryPool memory;
    private final Predicate<Entry> isWanted;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long lastSeq;

    /** The last message that was forgotten though somebody might have missed it; nothing before it can be relied on. */
    private long forgottenSeq;

    private int length;
    private long cost;

    /**
     * @param memory of the histories of all rooms
     * @param isWanted whether anybody is in the room who may ask for a message
     */
    RoomHistory(RoomLimits limits, MemoryPool memory, Predicate<Entry> isWanted) {
        this.limits = limits;
        this.memory = memory;
        this.isWanted = isWanted;
    }

    /** The number that the next message will have. */
    long nextSeq() {
        return lastSeq + 1;
    }

    /** Appends the message with the number {@link #nextSeq()}. */
    void append(long time, String from, String to, String text) {
        lastSeq++;
        Entry entry = new Entry(lastSeq, time, from, to, text, MemoryPool.costOf(text));
        if (isWanted.test(entry)) {
            entries.addLast(entry);
            length += text.length();
            cost += entry.cost;
            memory.take(entry.cost);
        }
        trim(time);
    }

    /** Forgets what is too old, or too much. */
    void trim(long now) {
        while (!entries.isEmpty() && isTooMuch(now)) {
            Entry oldest = entries.removeFirst();
            forgottenSeq = oldest.seq;
            forget(oldest);
        }
    }

    /** Forgets what nobody can ask for any more, since somebody has left. */
    void forgetUnwanted() {
        entries.removeIf(entry -> {
            boolean unwanted = !isWanted.test(entry);
            if (unwanted) {
                forget(entry);
            }
            return unwanted;
        });
    }

    /** Whether everything is kept that was said after {@code seq}, which has been said, to those who are in the room. */
    boolean reachesBackTo(long seq) {
        return seq <= lastSeq && seq >= forgottenSeq;
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

    private void forget(Entry entry) {
        length -= entry.text.length();
        cost -= entry.cost;
        memory.give(entry.cost);
    }

    private boolean isTooMuch(long now) {
        return entries.size() > limits.historyMessages()
                || length > limits.historyLength()
                || cost > memory.share()
                || now - entries.getFirst().time > limits.resume().toMillis();
    }
}
