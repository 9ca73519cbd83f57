package org.visavis.room;

import java.util.List;
import org.visavis.access.Identity;

/**
 * What an administrator sees of a room: who is there, and nothing of what they say.
 *
 * @param name in lower case
 * @param age milliseconds since the first of them came
 * @param people in the order in which they came
 */
public record RoomReport(String name, long age, List<Person> people) {

    /**
     * A participant.
     *
     * @param age milliseconds since joining
     * @param address the network address of the connection, or of the last one; null if unknown, or known to another node
     * @param away whether the connection is lost, and the participant may come back
     */
    public record Person(Identity identity, long age, String address, boolean away) {}

    /** The caller holds the room's lock. */
    static RoomReport of(String name, RoomState state, Seats seats, long now) {
        List<Person> people = state.participants().stream()
                .map(participant -> {
                    Seat seat = seats.of(participant.id());
                    String address = seat == null ? null : seat.address();
                    long age = now - participant.joinedAt();
                    return new Person(participant.identity(), age, address, participant.isAway());
                })
                .toList();
        return new RoomReport(name, people.isEmpty() ? 0 : now - state.openedAt(), people);
    }
}
