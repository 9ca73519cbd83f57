package org.visavis.room;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The seats of one room, in the order in which the participants came. They change only under the room's lock. Any thread may
 * iterate over {@link #all}, a snapshot of the last change.
 */
final class Seats {
    private final Map<String, Seat> byId = new LinkedHashMap<>();

    private volatile List<Seat> all = List.of();

    /** All seats, for iteration without a lock. */
    List<Seat> all() {
        return all;
    }

    /** The participants of all seats. */
    List<Participant> participants() {
        return all.stream().map(Seat::participant).toList();
    }

    /** The seat of the participant with this id, or null. */
    Seat of(String id) {
        return byId.get(id);
    }

    /** Whether this is its participant's current seat, and not one from before a lost connection. */
    boolean has(Seat seat) {
        return byId.get(seat.id()) == seat;
    }

    /** Adds a seat. A returning participant keeps its place in the order. */
    void put(Seat seat) {
        byId.put(seat.id(), seat);
        all = List.copyOf(byId.values());
    }

    void remove(Seat seat) {
        byId.remove(seat.id());
        all = List.copyOf(byId.values());
    }

    /** The seat that has been without a connection longest. */
    Optional<Seat> longestAway() {
        return all.stream()
                .filter(Seat::isAway)
                .min(Comparator.comparing(seat -> seat.participant().awaySince()));
    }

    /** How many seats have no connection. */
    int away() {
        return (int) all.stream().filter(Seat::isAway).count();
    }

    /**
     * Flushes all outboxes. Never called with a lock held.
     *
     * @return how many participants other than the sender have a connection
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
