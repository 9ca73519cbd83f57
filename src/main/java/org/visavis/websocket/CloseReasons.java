package org.visavis.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import org.visavis.protocol.ErrorCode;

/** The close codes and reason texts of PROTOCOL.md. */
final class CloseReasons {
    /** After {@code leave}. */
    static final CloseReason GOODBYE = new CloseReason(CloseCodes.NORMAL_CLOSURE, "");

    /** The server or the connection is going away. */
    static final CloseReason GONE = new CloseReason(CloseCodes.GOING_AWAY, "");

    private CloseReasons() {}

    /** The close reason of an error. */
    static CloseReason reason(ErrorCode error) {
        return new CloseReason(CloseCodes.getCloseCode(error.closeCode()), error.code());
    }
}
