package org.visavis;

/** Those whom the containers of the tests know; see src/test/containers. */
public enum User {
    /** Anybody. */
    ADA("countess"),
    /** In the role or group {@code visavis-moderator}. */
    GRACE("admiral"),
    /** In the role or group {@code visavis-admin}. */
    MARGARET("apollo"),
    /** Nobody whom a container lets in. */
    MALLORY("guess");

    private final String password;

    User(String password) {
        this.password = password;
    }

    /** The name for the container. */
    public String login() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String password() {
        return password;
    }
}
