package org.visavis.launcher;

/** The reason why the server cannot start. The message is one sentence for the person at the console. */
final class StartFailure extends Exception {

    private static final long serialVersionUID = 1L;

    StartFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
