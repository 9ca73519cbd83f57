package org.visavis.room;

import org.visavis.access.Identity;
import org.visavis.protocol.ParticipantStatus;
import org.visavis.protocol.ServerMessage;

/**
 * Somebody in a room, as every node knows them. Stays the same when a participant loses the connection and comes back; what
 * this node holds of a participant is its {@link Seat}. The room's lock guards what changes.
 */
final class Participant {
    private final ResumeSecret secret;
    private final Identity identity;
    private final long joinedAs;
    private ParticipantStatus status = ParticipantStatus.UNKNOWN;
    private long lastNumber;
    private Long awaySince;

    /**
     * A newcomer.
     *
     * @param secret what the participant comes back with
     * @param joinedAs the number of its own {@code peer-joined}
     */
    Participant(ResumeSecret secret, Identity identity, long joinedAs) {
        this.secret = secret;
        this.identity = identity;
        this.joinedAs = joinedAs;
    }

    /** Unique among all rooms, and not to be guessed. */
    String id() {
        return secret.id();
    }

    /** Who it is. The name stays, whatever the participant says when it comes back. */
    Identity identity() {
        return identity;
    }

    ResumeSecret secret() {
        return secret;
    }

    /** Whether what this one missed goes back no further than its own joining. */
    boolean hadJoinedBy(long seq) {
        return seq >= joinedAs;
    }

    void merge(ParticipantStatus change) {
        status = status.merge(change);
    }

    /** Whether this message is new; one that a client sends again, not knowing that it has arrived, is not. */
    boolean isNew(Long number) {
        if (number == null) {
            return true;
        }
        boolean isNew = number > lastNumber;
        lastNumber = Math.max(lastNumber, number);
        return isNew;
    }

    /** The number of the last message that came, or null where none had one. */
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

    /** Since when there is no connection, in milliseconds of the room's clock; null while there is one. */
    Long awaySince() {
        return awaySince;
    }

    ServerMessage.Peer toPeer() {
        return new ServerMessage.Peer(
                id(), identity.name(), identity.verified(), identity.role().code(), status);
    }
}
