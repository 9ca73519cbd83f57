package org.visavis.room;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.visavis.access.AccessDecision.Admit;
import org.visavis.access.Grant;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ProtocolException;
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
    private Long openedAt;

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
        openedAt = openedAt == null ? Long.valueOf(entry.time()) : openedAt;
        if (event instanceof RoomEvent.Joined joined) {
            return join(entry, joined);
        }
        if (event instanceof RoomEvent.Notice notice) {
            return new ServerMessage.Notice(entry.seq(), notice.text());
        }
        Participant from = participants.get(event.from());
        if (event instanceof RoomEvent.Back back) {
            return comeBack(entry, from, back);
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

    private ServerMessage join(RoomHistory.Entry entry, RoomEvent.Joined joined) {
        if (refusal(joined.admitted(), joined.from()) != null) {
            return null;
        }
        participants.remove(joined.from()); // two nodes have taken in the same client
        Participant newcomer = new Participant(joined, entry);
        participants.put(joined.from(), newcomer);
        return new ServerMessage.PeerJoined(entry.seq(), newcomer.toPeer());
    }

    private ServerMessage comeBack(RoomHistory.Entry entry, Participant from, RoomEvent.Back back) {
        if (from == null || !from.secret().equals(back.place())) {
            return join(entry, back.otherwise());
        }
        from.comeBack(back.seat());
        return null;
    }

    /** When the first of them joined, in milliseconds of the room's clock. Not before there is an entry. */
    long openedAt() {
        return openedAt;
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

    /**
     * Why somebody cannot enter as a newcomer now; null if nothing is in the way.
     *
     * @param id of somebody who would be replaced, and so is not counted
     */
    ErrorCode refusal(Admit newcomer, String id) {
        List<Participant> others = participants.values().stream()
                .filter(participant -> !participant.id().equals(id))
                .toList();
        Grant grant = newcomer.identity().grant();
        if (newcomer.onlyResumes()) {
            return ErrorCode.TOKEN_EXPIRED;
        } else if (participants.isEmpty() && !newcomer.mayOpen()) {
            return ErrorCode.ROOM_NOT_OPEN;
        } else if (isUsedUp(grant, others)) {
            return ErrorCode.TOKEN_USED_UP;
        }
        return others.size() >= capacity ? ErrorCode.ROOM_FULL : null;
    }

    private static boolean isUsedUp(Grant grant, List<Participant> others) {
        return grant != null
                && grant.atOnce() > 0
                && others.stream().filter(other -> other.hasComeWith(grant)).count() >= grant.atOnce();
    }

    /**
     * Who must go before a newcomer enters: the one whom it replaces, and, if there is no place, the one away longest of those
     * who make place, since those present come first.
     *
     * @param replaced null if it replaces nobody
     * @throws ProtocolException if there is no place even so
     */
    List<Participant> inTheWayOf(Admit newcomer, Participant replaced) {
        List<Participant> inTheWay = new ArrayList<>(1);
        ErrorCode refusal = refusal(newcomer, replaced == null ? null : replaced.id());
        if (refusal != null) {
            inTheWay.add(participants.values().stream()
                    .filter(other -> other.isAway() && other != replaced && makesPlace(other, newcomer, refusal))
                    .min(Comparator.comparing(Participant::awaySince))
                    .orElseThrow(() -> new ProtocolException(refusal)));
        }
        if (replaced != null) {
            inTheWay.add(replaced);
        }
        return inTheWay;
    }

    private static boolean makesPlace(Participant other, Admit newcomer, ErrorCode refusal) {
        return switch (refusal) {
            case ROOM_FULL -> true;
            case TOKEN_USED_UP -> other.hasComeWith(newcomer.identity().grant());
            default -> false;
        };
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
