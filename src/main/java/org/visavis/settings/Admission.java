package org.visavis.settings;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What {@code visavis.auth} accepts as a reason to let somebody in. It is a list: one of them is enough. */
public enum Admission {
    /** Nothing: anybody may enter with any name. */
    OPEN("open"),
    /** A login of the container. */
    CONTAINER("container"),
    /** A signed token, see docs/tokens.md. */
    TOKEN("token");

    /** A word that is planned, so that nobody takes it for a misspelling. */
    private static final String OIDC = "oidc";

    private final String word;

    Admission(String word) {
        this.word = word;
    }

    static Set<Admission> read(SettingSources sources) {
        String value = sources.value(Setting.AUTH);
        Set<Admission> accepted = EnumSet.noneOf(Admission.class);
        for (String word : value.split(",", -1)) {
            accepted.add(of(word.strip(), value));
        }
        return accepted;
    }

    private static Admission of(String word, String value) {
        if (word.equals(OIDC)) {
            throw new IllegalArgumentException("The setting visavis.auth is '" + value
                    + "', but Visavis has no OpenID Connect of its own yet. Let the container do it, with 'container'; see"
                    + " docs/containers.md.");
        }
        return Arrays.stream(values())
                .filter(admission -> admission.word.equals(word))
                .findFirst()
                .orElseThrow(() -> Settings.invalid(
                        Setting.AUTH, value, "open, container or token, or several of them separated by commas"));
    }

    /** The word in the setting. */
    public String word() {
        return word;
    }
}
