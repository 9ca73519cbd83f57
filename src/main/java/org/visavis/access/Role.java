package org.visavis.access;

/** What somebody is in a room. */
public enum Role {
    /** Everyone else. */
    PARTICIPANT("participant"),
    /** One whom the container gives the role {@code visavis-moderator}. */
    MODERATOR("moderator");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** As it stands in a message. */
    public String code() {
        return code;
    }
}
