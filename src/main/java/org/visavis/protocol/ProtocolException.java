package org.visavis.protocol;

/**
 * An error that the client is told in an {@code error} message, mostly because it broke a rule of the protocol. It has no
 * stack trace, since nobody needs one.
 */
public final class ProtocolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public ProtocolException(ErrorCode code) {
        this(code, code.sentence());
    }

    /**
     * An error with a more exact sentence than the code's own.
     *
     * @param sentence what exactly is wrong; the client reads it, so it never quotes internals
     */
    public ProtocolException(ErrorCode code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
