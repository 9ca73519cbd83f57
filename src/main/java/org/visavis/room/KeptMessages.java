package org.visavis.room;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.visavis.settings.RoomLimits;

/**
 * The last messages of a room, for participants who have lost their connection and come back to this node. Limits of age,
 * count and size bound them, so that a room does not cost more the longer it lives. They also keep to their share of the
 * memory for all rooms. Guarded by the room's lock.
 */
final class KeptMessages {

    /**
     * One message.
     *
     * @param seq the number of its entry in the history
     * @param time when it was sent, in milliseconds of the room's clock
     * @param from the id of the participant who caused it, and did not get it
     * @param to the id of its only recipient, or null for all others
     * @param text as it was sent
     * @param cost in bytes of the heap
     */
    record Message(long seq, long time, String from, String to, String text, long cost) {
        boolean isFor(String id) {
            return to == null ? !from.equals(id) : to.equals(id);
        }
    }

    private final RoomLimits limits;
    private final MemoryPool memory;
    private final Predicate<Message> isWanted;
    private final Deque<Message> messages = new ArrayDeque<>();
    private long lastSeq;

    /** The last message dropped though somebody may have missed it. No replay can start before it. */
    private long forgottenSeq;

    private int length;
    private long cost;

    /**
     * @param memory shared by all rooms
     * @param isWanted whether anybody in the room may still ask for a message
     */
    KeptMessages(RoomLimits limits, MemoryPool memory, Predicate<Message> isWanted) {
        this.limits = limits;
        this.memory = memory;
        this.isWanted = isWanted;
    }

    /**
     * Adds what an entry of the history has led to.
     *
     * @param to the id of its only recipient, or null for all others
     * @param text as it was sent; null if nobody is told of this entry
     */
    void add(RoomHistory.Entry entry, String to, String text) {
        lastSeq = entry.seq();
        if (text != null) {
            Message message =
                    new Message(lastSeq, entry.time(), entry.event().from(), to, text, MemoryPool.costOf(text));
            if (isWanted.test(message)) {
                messages.addLast(message);
                length += text.length();
                cost += message.cost();
                memory.take(message.cost());
            }
        }
        trim(entry.time());
    }

    /** Drops messages that are too old or too many. */
    void trim(long now) {
        while (!messages.isEmpty() && isTooMuch(now)) {
            Message oldest = messages.removeFirst();
            forgottenSeq = oldest.seq();
            forget(oldest);
        }
    }

    /** Drops messages that nobody can ask for any more, since a participant has left. */
    void forgetUnwanted() {
        messages.removeIf(message -> {
            boolean unwanted = !isWanted.test(message);
            if (unwanted) {
                forget(message);
            }
            return unwanted;
        });
    }

    /** The number of the last entry of the history, whether or not it is kept. */
    long lastSeq() {
        return lastSeq;
    }

    /** Whether entry {@code seq} has happened, and all later messages to those in the room are kept. */
    boolean reachBackTo(long seq) {
        return seq <= lastSeq && seq >= forgottenSeq;
    }

    /** The messages for the participant {@code id} after {@code seq}, as far as they are kept. */
    List<String> after(long seq, String id) {
        return messages.stream()
                .filter(message -> message.seq() > seq && message.isFor(id))
                .map(Message::text)
                .toList();
    }

    /** How many messages are kept. */
    int size() {
        return messages.size();
    }

    /** Their length in UTF-16 code units. */
    int length() {
        return length;
    }

    private void forget(Message message) {
        length -= message.text().length();
        cost -= message.cost();
        memory.give(message.cost());
    }

    private boolean isTooMuch(long now) {
        return messages.size() > limits.historyMessages()
                || length > limits.historyLength()
                || cost > memory.share()
                || now - messages.getFirst().time() > limits.resume().toMillis();
    }
}
