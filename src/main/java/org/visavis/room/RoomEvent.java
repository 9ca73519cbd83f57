package org.visavis.room;

import org.visavis.access.AccessDecision.Admit;
import org.visavis.protocol.ParticipantStatus;

/**
 * What happens in a room. Each event but a {@link Notice} is about one participant, and comes from one of its seats. An event
 * whose seat is no longer the participant's changes nothing, since events may reach the history later than they happened.
 */
sealed interface RoomEvent {

    /** The id of the participant. */
    String from();

    /** The number of its {@link Seat}. */
    long seat();

    /** The participant's own number for its message; null if this is none, or one that it never repeats. */
    default Long number() {
        return null;
    }

    /** A newcomer enters the room, if the room as it is then admits it, see {@link RoomState#refusal}. */
    record Joined(String from, long seat, ResumeSecret secret, Admit admitted) implements RoomEvent {}

    /**
     * A participant comes back over another connection.
     *
     * @param place the secret of the place
     * @param otherwise happens instead if that place is gone by then
     */
    record Back(ResumeSecret place, Joined otherwise) implements RoomEvent {
        @Override
        public String from() {
            return otherwise.from;
        }

        @Override
        public long seat() {
            return otherwise.seat;
        }
    }

    /** A participant sends {@code data}, the text of a JSON object, to one other or, if {@code to} is null, to all. */
    record Signal(String from, long seat, Long number, String to, String data) implements RoomEvent {}

    /** A participant changes its status. */
    record Status(String from, long seat, Long number, ParticipantStatus change) implements RoomEvent {}

    /** A numbered message was refused. It counts all the same, so that the client does not send it again. */
    record Refused(String from, long seat, Long number) implements RoomEvent {}

    /** A participant has lost its connection. */
    record Away(String from, long seat) implements RoomEvent {}

    /** An administrator says something to all. */
    record Notice(String text) implements RoomEvent {
        /** Nobody's id. */
        @Override
        public String from() {
            return "";
        }

        @Override
        public long seat() {
            return 0;
        }
    }

    /** A participant is no longer in the room. */
    record Left(String from, long seat, LeaveReason reason) implements RoomEvent {}
}
