package org.visavis.access;

/** Why somebody may not use the administrator's view: a stable code for programs, and a sentence for people. */
public enum AdministratorRefusal {
    INSECURE(
            "insecure",
            "Others on the network could read this. Open the page over HTTPS, or on the server's own computer; a proxy"
                    + " that has HTTPS must say so to Visavis."),
    FOREIGN_ORIGIN("foreign-origin", "Only the administrator's own page may ask for this."),
    LOGIN_REQUIRED("login-required", "Only an administrator may see this."),
    NOT_ADMINISTRATOR("not-administrator", "This account does not have the role visavis-admin."),
    LINK_INVALID("link-invalid", "This link has been used, has expired, or was never given."),
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

    /** Whether another login, or another link, may help. */
    public boolean asksForLogin() {
        return this == LOGIN_REQUIRED || this == LINK_INVALID;
    }
}
