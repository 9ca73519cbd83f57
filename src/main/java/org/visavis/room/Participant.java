package org.visavis.room;

import org.visavis.access.Grant;
import org.visavis.access.Identity;
import org.visavis.protocol.ParticipantStatus;
import org.visavis.protocol.ServerMessage;

/**
 * A participant, as every node knows it. It stays the same when it loses its connection and comes back. The {@link Seat} is
 * what one node alone holds of it. {@link RoomState} alone changes it.
 */
final class Participant {
    private final String id;
    private final ResumeSecret secret;
    private final Identity identity;
    private final long joinedAs;
    private final long joinedAt;
    private long seat;
    private ParticipantStatus status = ParticipantStatus.UNKNOWN;
    private long lastNumber;
    private Long awaySince;

    /**
     * Creates a participant who has just joined.
     *
     * @param entry with its own {@code peer-joined}
     */
    Participant(RoomEvent.Joined joined, RoomHistory.Entry entry) {
        this.id = joined.from();
        this.secret = joined.secret();
        this.identity = joined.admitted().identity();
        this.seat = joined.seat();
        this.joinedAs = entry.seq();
        this.joinedAt = entry.time();
    }

    /** Unguessable, and unique among all rooms. */
    String id() {
        return id;
    }

    /** The identity. The name stays, whatever the participant sends when it comes back. */
    Identity identity() {
        return identity;
    }

    /** Whether the participant has come with the token of this grant. */
    boolean hasComeWith(Grant grant) {
        return identity.grant() != null && identity.grant().token().equals(grant.token());
    }

    /** With which the participant can come back. */
    ResumeSecret secret() {
        return secret;
    }

    /** The number of the seat that it has now, or had last. */
    long seat() {
        return seat;
    }

    /** Whether this participant had joined when the message {@code seq} was sent. */
    boolean hadJoinedBy(long seq) {
        return seq >= joinedAs;
    }

    /** When this participant joined, in milliseconds of the room's clock. */
    long joinedAt() {
        return joinedAt;
    }

    void merge(ParticipantStatus change) {
        status = status.merge(change);
    }

    /** Whether a message with this number is new. A client repeats a message if it does not know that it has arrived. */
    boolean isNew(Long number) {
        return number == null || number > lastNumber;
    }

    /** As {@link #isNew}, and counts it. */
    boolean counts(Long number) {
        boolean isNew = isNew(number);
        if (isNew && number != null) {
            lastNumber = number;
        }
        return isNew;
    }

    /** The number of the last numbered message from this participant, or null if there was none. */
    Long lastNumber() {
        return lastNumber == 0 ? null : lastNumber;
    }

    /** The connection has ended. */
    void goAway(long now) {
        awaySince = now;
    }

    /** There is a connection again, at another seat. */
    void comeBack(long newSeat) {
        seat = newSeat;
        awaySince = null;
    }

    boolean isAway() {
        return awaySince != null;
    }

    /** Since when there is no connection, in milliseconds of the room's clock; null if there is one. */
    Long awaySince() {
        return awaySince;
    }

    ServerMessage.Peer toPeer() {
        return new ServerMessage.Peer(
                id, identity.name(), identity.verified(), identity.role().code(), status);
    }
}
