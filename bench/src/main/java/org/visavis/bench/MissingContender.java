package org.visavis.bench;

/** A server that cannot be compared here, with a sentence that says why; the report prints it in place of numbers. */
final class MissingContender extends Exception {
    private static final long serialVersionUID = 1;

    MissingContender(String reason) {
        super(reason);
    }
}
