package org.visavis.protocol;

/** What the others should see of a participant. Null means "not said": nothing known yet, or in a change, unchanged. */
public record ParticipantStatus(Boolean microphone, Boolean camera, Boolean screen, Boolean hand) {

    /** The status of one who has not said anything. */
    public static final ParticipantStatus UNKNOWN = new ParticipantStatus(null, null, null, null);

    /** This status with what {@code change} says put over it. */
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
