package org.visavis.settings;

import java.util.Set;

/**
 * Who may enter.
 *
 * @param accepted what is accepted as a reason to let somebody in
 * @param tokens which tokens are; null if none are accepted
 * @param rooms who may do what in which rooms
 */
public record AccessSettings(Set<Admission> accepted, TokenSettings tokens, RoomRights rooms) {

    static AccessSettings read(SettingSources sources) {
        Set<Admission> accepted = Admission.read(sources);
        TokenSettings tokens = TokenSettings.read(sources);
        boolean wanted = accepted.contains(Admission.TOKEN);
        if (wanted && tokens == null) {
            throw new IllegalArgumentException("The setting visavis.auth has 'token' in it, and visavis.token.keys is"
                    + " missing: name the file or the URL with the keys that sign tokens. See docs/tokens.md.");
        }
        if (!wanted && tokens != null) {
            throw new IllegalArgumentException("The setting visavis.token.keys is set, but no token is accepted: add"
                    + " 'token' to visavis.auth, or remove it.");
        }
        return new AccessSettings(accepted, tokens, RoomRights.read(sources));
    }

    /** Whether anybody may enter, with any name. */
    public boolean isOpen() {
        return accepted.contains(Admission.OPEN);
    }
}
