package org.visavis.room;

import org.visavis.protocol.ErrorCode;

/** Why a participant is no longer in its room. */
public enum LeaveReason {
    /** The participant said goodbye. */
    LEFT("left", ErrorCode.REPLACED),
    /** The connection ended without a goodbye. */
    LOST("lost", ErrorCode.REPLACED),
    /** An administrator has closed the room. */
    CLOSED("closed", ErrorCode.ROOM_CLOSED);

    private final String code;
    private final ErrorCode ending;

    LeaveReason(String code, ErrorCode ending) {
        this.code = code;
        this.ending = ending;
    }

    /** The reason as {@code peer-left} writes it. */
    public String code() {
        return code;
    }

    /** With which the connection ends, if there still is one. */
    ErrorCode ending() {
        return ending;
    }
}
