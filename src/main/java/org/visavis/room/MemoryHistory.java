package org.visavis.room;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.visavis.settings.RoomLimits;

/**
 * A history in the memory of this JVM. Limits of age, count and size bound it, so that a room does not cost more the longer
 * it lives. It also keeps to its share of the memory for all histories.
 */
final class MemoryHistory implements RoomHistory {
    private final RoomLimits limits;
    private final MemoryPool memory;
    private final Predicate<Entry> isWanted;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private long lastSeq;

    /** The last message dropped though somebody may have missed it. No replay can start before it. */
    private long forgottenSeq;

    private int length;
    private long cost;

    /**
     * @param memory shared by the histories of all rooms
     * @param isWanted whether anybody in the room may still ask for a message
     */
    MemoryHistory(RoomLimits limits, MemoryPool memory, Predicate<Entry> isWanted) {
        this.limits = limits;
        this.memory = memory;
        this.isWanted = isWanted;
    }

    @Override
    public long nextSeq() {
        return lastSeq + 1;
    }

    @Override
    public void append(long time, String from, String to, String text) {
        lastSeq++;
        Entry entry = new Entry(lastSeq, time, from, to, text, MemoryPool.costOf(text));
        if (isWanted.test(entry)) {
            entries.addLast(entry);
            length += text.length();
            cost += entry.cost();
            memory.take(entry.cost());
        }
        trim(time);
    }

    @Override
    public void trim(long now) {
        while (!entries.isEmpty() && isTooMuch(now)) {
            Entry oldest = entries.removeFirst();
            forgottenSeq = oldest.seq();
            forget(oldest);
        }
    }

    @Override
    public void forgetUnwanted() {
        entries.removeIf(entry -> {
            boolean unwanted = !isWanted.test(entry);
            if (unwanted) {
                forget(entry);
            }
            return unwanted;
        });
    }

    @Override
    public boolean reachesBackTo(long seq) {
        return seq <= lastSeq && seq >= forgottenSeq;
    }

    @Override
    public List<String> after(long seq, String id) {
        return entries.stream()
                .filter(entry -> entry.seq() > seq && entry.isFor(id))
                .map(Entry::text)
                .toList();
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public int length() {
        return length;
    }

    private void forget(Entry entry) {
        length -= entry.text().length();
        cost -= entry.cost();
        memory.give(entry.cost());
    }

    private boolean isTooMuch(long now) {
        return entries.size() > limits.historyMessages()
                || length > limits.historyLength()
                || cost > memory.share()
                || now - entries.getFirst().time() > limits.resume().toMillis();
    }
}
