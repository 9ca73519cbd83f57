package org.visavis.room;

/** Why a participant is no longer in its room. */
public enum LeaveReason {
    /** The participant said goodbye. */
    LEFT("left"),
    /** The connection ended without a goodbye. */
    LOST("lost");

    private final String code;

    LeaveReason(String code) {
        this.code = code;
    }

    /** The reason as {@code peer-left} writes it. */
    public String code() {
        return code;
    }
}
