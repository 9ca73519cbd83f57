package org.visavis.room;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.visavis.protocol.ErrorCode;

/**
 * The seats that this node has in one room. They change only under the room's lock. Any thread may iterate over {@link #all},
 * a snapshot of the last change.
 */
final class Seats {
    private final Map<String, Seat> byId = new LinkedHashMap<>();

    /** By their numbers. */
    private final Map<Long, Seat> expected = new HashMap<>();

    /** Ends connections that have lost their seats. */
    private final Queue<Runnable> endings = new ConcurrentLinkedQueue<>();

    private final Places away;
    private volatile List<Seat> all = List.of();

    /** @param away places of participants who have lost their connection */
    Seats(Places away) {
        this.away = away;
    }

    /** All seats that are taken, for iteration without a lock. */
    List<Seat> all() {
        return all;
    }

    /** The seat that the participant with this id has taken, or null. */
    Seat of(String id) {
        return byId.get(id);
    }

    /** The seat that an event comes from, if it is here and the participant still has it. */
    Optional<Seat> ofThisNode(RoomEvent event) {
        return Optional.ofNullable(byId.get(event.from())).filter(seat -> seat.number() == event.seat());
    }

    /** Whether this is its participant's seat, now or soon, and not one from before a lost connection. */
    boolean has(Seat seat) {
        return byId.get(seat.id()) == seat || expected.get(seat.number()) == seat;
    }

    /** Whether this participant has a seat here for a connection that was opened after this one. */
    boolean hasNewer(String id, long localConnection) {
        return Stream.concat(Stream.ofNullable(byId.get(id)), expected.values().stream())
                .anyMatch(seat -> seat.id().equals(id) && seat.localConnection() > localConnection);
    }

    /** Adds a seat that its participant will take, and returns it. */
    Seat expect(Seat seat) {
        expected.put(seat.number(), seat);
        return seat;
    }

    /** Removes and returns the expected seat with this number; null if this node has none. */
    Seat arrived(long number) {
        return expected.remove(number);
    }

    boolean expectsNobody() {
        return expected.isEmpty();
    }

    /** Adds a seat that has been taken. */
    void put(Seat seat) {
        byId.put(seat.id(), seat);
        all = List.copyOf(byId.values());
    }

    /**
     * Removes the seat that the participant with this id has taken; does nothing if it has none here.
     *
     * @param reason with which its connection ends, if there is one
     */
    void remove(String id, ErrorCode reason) {
        Seat removed = byId.remove(id);
        if (removed != null) {
            all = List.copyOf(byId.values());
            drop(removed, reason);
        }
    }

    /** Drops the connection of a seat, and returns whether the server keeps a place for the participant. */
    boolean vacate(Seat seat) {
        boolean keepsPlace = away.take();
        seat.vacate(keepsPlace);
        return keepsPlace;
    }

    /** Gives back what a seat that is of no use any more holds, and ends its connection, if that has not ended by itself. */
    void drop(Seat seat, ErrorCode reason) {
        if (seat.holdsPlace()) {
            away.give();
        }
        if (!seat.isVacant()) {
            end(seat, reason);
        }
    }

    /** Ends the connection of a seat with the next {@link #flush}. */
    void end(Seat seat, ErrorCode reason) {
        Outbox outbox = seat.outbox();
        endings.add(() -> outbox.end(reason));
    }

    /** Enqueues a message for the participant {@code to}, or if that is null, for all but the participant {@code from}. */
    void enqueue(String text, String from, String to) {
        Seat sender = byId.get(from);
        Seat recipient = to == null ? null : byId.get(to);
        if (recipient != null) {
            recipient.outbox().enqueue(text);
        } else if (to == null) {
            for (Seat seat : all) {
                if (seat != sender) {
                    seat.outbox().enqueue(text);
                }
            }
        }
    }

    /**
     * Flushes all outboxes, and ends connections that have lost their seats. Never called with a lock held.
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
        for (Runnable ending = endings.poll(); ending != null; ending = endings.poll()) {
            ending.run();
        }
        return Math.max(0, present - 1);
    }
}
