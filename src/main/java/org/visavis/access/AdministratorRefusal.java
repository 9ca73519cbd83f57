package org.visavis.access;

/** Why the administrator's view refuses a request: a stable code for programs, and a sentence for people. */
public enum AdministratorRefusal {
    INSECURE(
            "insecure",
            "Others on the network could read this. Open the page over HTTPS, or on the server's own computer; a proxy"
                    + " that has HTTPS must say so to Visavis."),
    FOREIGN_ORIGIN("foreign-origin", "Only the administrator's own page may ask for this."),
    LOGIN_REQUIRED("login-required", "Only an administrator may see this."),
    NOT_ADMINISTRATOR("not-administrator", "This account does not have the role visavis-admin."),
    LINK_INVALID("link-invalid", "This link has been used, has expired, or was never given."),
    INVALID_REQUEST("invalid-request", "The request is not what docs/administrator.md describes."),
    NO_SUCH_ROOM("no-such-room", "Nobody is in this room any more."),
    TOO_MANY_ATTEMPTS("too-many-attempts", "Too many wrong links were tried; try again in a minute.");

    private final String code;
    private final String sentence;

    AdministratorRefusal(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** The code, such as {@code login-required}. */
    public String code() {
        return code;
    }

    /** What happened, for people. */
    public String sentence() {
        return sentence;
    }
}
