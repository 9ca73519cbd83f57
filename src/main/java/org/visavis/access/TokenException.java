package org.visavis.access;

import org.visavis.protocol.ErrorCode;

/** A token is refused. The message is for the log of the server alone; its bearer learns the code. */
final class TokenException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String key;

    /** @param key the id of the key that the token names; null if it names none, or cannot be read */
    TokenException(ErrorCode code, String key, String reason) {
        super(reason, null, false, false);
        this.code = code;
        this.key = key;
    }

    ErrorCode code() {
        return code;
    }

    String key() {
        return key;
    }
}
