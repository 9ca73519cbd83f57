package org.visavis.room;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.visavis.protocol.ServerMessage;

/**
 * Who is in a room, and what each of them last said of itself: a function of the room's history. It comes about by applying
 * the entries in order, and by nothing else, so it is the same on each node. It knows no outbox and no connection. Guarded by
 * the room's lock.
 */
final class RoomState {
    private final int capacity;
    private final Map<String, Participant> participants = new LinkedHashMap<>();
    private final Collection<Participant> view = Collections.unmodifiableCollection(participants.values());

    /** @param capacity maximum number of participants */
    RoomState(int capacity) {
        this.capacity = capacity;
    }

    /**
     * Applies the next entry. One that is no longer possible at its place in the order changes nothing: the seat is another
     * one by now, the room is full, or the message is there already.
     *
     * @return what the others are told; null if nothing
     */
    ServerMessage apply(RoomHistory.Entry entry) {
        RoomEvent event = entry.event();
        if (event instanceof RoomEvent.Joined joined) {
            return join(entry.seq(), joined);
        }
        Participant from = participants.get(event.from());
        if (event instanceof RoomEvent.Back back) {
            return comeBack(entry.seq(), from, back);
        }
        if (from == null || from.seat() != event.seat() || !from.counts(event.number())) {
            return null;
        }
        if (event instanceof RoomEvent.Signal signal) {
            return new ServerMessage.Signal(entry.seq(), signal.from(), signal.data());
        }
        if (event instanceof RoomEvent.Status status) {
            from.merge(status.change());
            return new ServerMessage.Status(entry.seq(), status.from(), status.change());
        }
        if (event instanceof RoomEvent.Left left) {
            participants.remove(left.from());
            return new ServerMessage.PeerLeft(
                    entry.seq(), left.from(), left.reason().code());
        }
        if (event instanceof RoomEvent.Away) {
            from.goAway(entry.time());
        }
        return null;
    }

    private ServerMessage join(long seq, RoomEvent.Joined joined) {
        Participant earlier = participants.remove(joined.from()); // two nodes have taken in the same client
        if (earlier == null && isFull()) {
            return null;
        }
        Participant newcomer = new Participant(joined, seq);
        participants.put(joined.from(), newcomer);
        return new ServerMessage.PeerJoined(seq, newcomer.toPeer());
    }

    private ServerMessage comeBack(long seq, Participant from, RoomEvent.Back back) {
        if (from == null || !from.secret().equals(back.place())) {
            return join(seq, back.otherwise());
        }
        from.comeBack(back.seat());
        return null;
    }

    /** The participant with this id, or null. */
    Participant of(String id) {
        return participants.get(id);
    }

    /** The participants in the order in which they came, as a view. */
    Collection<Participant> participants() {
        return view;
    }

    boolean isEmpty() {
        return participants.isEmpty();
    }

    boolean isFull() {
        return participants.size() >= capacity;
    }

    /** The participant who has been away longest. */
    Optional<Participant> longestAway() {
        return participants.values().stream()
                .filter(Participant::isAway)
                .min(Comparator.comparing(Participant::awaySince));
    }

    /** Those who have been away since before {@code time}. */
    List<Participant> awaySinceBefore(long time) {
        List<Participant> away = new ArrayList<>(0);
        for (Participant participant : participants.values()) {
            if (participant.isAway() && participant.awaySince() < time) {
                away.add(participant);
            }
        }
        return away;
    }

    /** Whether anybody may still ask for this message. Mostly the participant who has been here longest may. */
    boolean wants(KeptMessages.Message message) {
        if (message.to() != null) {
            Participant recipient = of(message.to());
            return recipient != null && recipient.hadJoinedBy(message.seq());
        }
        for (Participant participant : participants.values()) {
            if (participant.hadJoinedBy(message.seq()) && message.isFor(participant.id())) {
                return true;
            }
        }
        return false;
    }

    /** How many are away. */
    int away() {
        return (int) participants.values().stream().filter(Participant::isAway).count();
    }
}
