package org.visavis.protocol;

/**
 * A client broke a rule of the protocol. It is the client's fault and becomes an {@code error} message; nobody needs its
 * stack trace, so it has none.
 */
public final class ProtocolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public ProtocolException(ErrorCode code) {
        this(code, code.sentence());
    }

    /**
     * With a sentence that tells more than the code's own.
     *
     * @param sentence what exactly is wrong; it is sent to the client, so it never quotes internals
     */
    public ProtocolException(ErrorCode code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
