package org.visavis.room;

import org.visavis.protocol.ClientMessage;

/**
 * Which participant somebody claims to be who arrives.
 *
 * @param secret as it came; a fresh one of a newcomer, or of somebody who may not take up that place
 * @param present the participant with the id of the secret; null if there is none in the room
 */
record Claim(ResumeSecret secret, Participant present) {

    static Claim of(Arrival arrival, RoomState state) {
        ClientMessage.Resume resume = arrival.resume();
        ResumeSecret secret = resume == null ? ResumeSecret.fresh() : ResumeSecret.of(resume.secret());
        Participant present = state.of(secret.id());
        return present == null || present.identity().admits(arrival.identity())
                ? new Claim(secret, present)
                : new Claim(ResumeSecret.fresh(), null);
    }

    /** Whether it is this participant, and in the same life. */
    boolean holdsPlace() {
        return present != null && present.secret().equals(secret);
    }
}
