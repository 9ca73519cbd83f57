package org.visavis.launcher.certificates;

/** A certificate or key that cannot be used. The message is one sentence for the administrator, and names the file. */
public final class UnusableCertificate extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableCertificate(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    UnusableCertificate(String sentence) {
        super(sentence);
    }
}
