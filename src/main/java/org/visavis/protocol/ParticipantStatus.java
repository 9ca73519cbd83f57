package org.visavis.protocol;

/** A participant's status as others see it. Null means unknown, or in a change, unchanged. */
public record ParticipantStatus(Boolean microphone, Boolean camera, Boolean screen, Boolean hand) {

    /** The status of a participant who has not sent any yet. */
    public static final ParticipantStatus UNKNOWN = new ParticipantStatus(null, null, null, null);

    /** This status with {@code change} applied. */
    public ParticipantStatus merge(ParticipantStatus change) {
        return new ParticipantStatus(
                newer(change.microphone, microphone),
                newer(change.camera, camera),
                newer(change.screen, screen),
                newer(change.hand, hand));
    }

    private static Boolean newer(Boolean changed, Boolean before) {
        return changed != null ? changed : before;
    }
}
