package org.visavis.access;

/** The role of a person in a room, the weakest first. */
public enum Role {
    /** Somebody from outside, marked as such for all to see; only a token says so. */
    GUEST("guest"),
    /** Anyone who is neither a guest nor a moderator. */
    PARTICIPANT("participant"),
    /** Somebody whom a token or {@code visavis.rooms.moderate} makes a moderator of the room. */
    MODERATOR("moderator");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** The role as messages write it. */
    public String code() {
        return code;
    }

    /** The stronger of the two. */
    public Role or(Role other) {
        return compareTo(other) < 0 ? other : this;
    }
}
