package org.visavis.room;

import org.visavis.access.Identity;
import org.visavis.protocol.ParticipantStatus;
import org.visavis.protocol.ServerMessage;

/**
 * A participant, as every node knows it. It stays the same when it loses its connection and comes back. The {@link Seat} is
 * what this node alone holds of it. The room's lock guards what changes.
 */
final class Participant {
    private final ResumeSecret secret;
    private final Identity identity;
    private final long joinedAs;
    private ParticipantStatus status = ParticipantStatus.UNKNOWN;
    private long lastNumber;
    private Long awaySince;

    /**
     * Creates a participant who has just joined.
     *
     * @param secret with which the participant can come back
     * @param joinedAs the number of its own {@code peer-joined}
     */
    Participant(ResumeSecret secret, Identity identity, long joinedAs) {
        this.secret = secret;
        this.identity = identity;
        this.joinedAs = joinedAs;
    }

    /** Unguessable, and unique among all rooms. */
    String id() {
        return secret.id();
    }

    /** The identity. The name stays, whatever the participant sends when it comes back. */
    Identity identity() {
        return identity;
    }

    ResumeSecret secret() {
        return secret;
    }

    /** Whether this participant had joined when the message {@code seq} was sent. */
    boolean hadJoinedBy(long seq) {
        return seq >= joinedAs;
    }

    void merge(ParticipantStatus change) {
        status = status.merge(change);
    }

    /** Whether this message is new. A client repeats a message if it does not know that it has arrived. */
    boolean isNew(Long number) {
        if (number == null) {
            return true;
        }
        boolean isNew = number > lastNumber;
        lastNumber = Math.max(lastNumber, number);
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

    /** There is a connection again. */
    void comeBack() {
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
                id(), identity.name(), identity.verified(), identity.role().code(), status);
    }
}
