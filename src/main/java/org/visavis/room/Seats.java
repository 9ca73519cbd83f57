package org.visavis.room;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The seats of one room, in the order in which the participants came. They change under the room's lock alone; anybody may
 * walk through {@link #all}, which is as of the last change.
 */
final class Seats {
    private final Map<String, Seat> byId = new LinkedHashMap<>();

    private volatile List<Seat> all = List.of();

    /** All of them, to be walked through without a lock. */
    List<Seat> all() {
        return all;
    }

    /** Who sits on them. */
    List<Participant> participants() {
        return all.stream().map(Seat::participant).toList();
    }

    /** The seat of the participant with this id; null where there is none. */
    Seat of(String id) {
        return byId.get(id);
    }

    /** Whether this is the seat of its participant, and not one from before a loss of the connection. */
    boolean has(Seat seat) {
        return byId.get(seat.id()) == seat;
    }

    /** Adds a seat; one who is back keeps the place in the order. */
    void put(Seat seat) {
        byId.put(seat.id(), seat);
        all = List.copyOf(byId.values());
    }

    void remove(Seat seat) {
        byId.remove(seat.id());
        all = List.copyOf(byId.values());
    }

    /** The seat that has been without a connection for longest. */
    Optional<Seat> longestAway() {
        return all.stream()
                .filter(Seat::isAway)
                .min(Comparator.comparing(seat -> seat.participant().awaySince()));
    }

    /** How many are without a connection. */
    int away() {
        return (int) all.stream().filter(Seat::isAway).count();
    }

    /**
     * Sends what waits in the outboxes. Never called with a lock held.
     *
     * @return how many others of those there are have a connection
     */
    int flush() {
        int present = 0;
        for (Seat seat : all) {
            Outbox outbox = seat.outbox();
            outbox.flush();
            present += outbox == Outbox.NOWHERE ? 0 : 1;
        }
        return Math.max(0, present - 1);
    }
}
