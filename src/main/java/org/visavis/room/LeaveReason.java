package org.visavis.room;

/** Why a participant is no longer in its room. */
public enum LeaveReason {
    /** Said goodbye. */
    LEFT("left"),
    /** The connection ended without a word. */
    LOST("lost");

    private final String code;

    LeaveReason(String code) {
        this.code = code;
    }

    /** As it stands in {@code peer-left}. */
    public String code() {
        return code;
    }
}
