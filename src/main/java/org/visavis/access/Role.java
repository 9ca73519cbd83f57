package org.visavis.access;

/** The role of a person in a room. */
public enum Role {
    /** Anyone who is not a moderator. */
    PARTICIPANT("participant"),
    /** A user to whom the container gives the role {@code visavis-moderator}. */
    MODERATOR("moderator");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** The role as messages write it. */
    public String code() {
        return code;
    }
}
