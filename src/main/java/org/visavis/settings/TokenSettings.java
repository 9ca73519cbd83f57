package org.visavis.settings;

/**
 * Which tokens are accepted.
 *
 * @param keys path of a file with keys, or the URL of a JSON Web Key Set
 * @param audience what the claim {@code aud} must have in it
 * @param issuer what the claim {@code iss} must be; null for any
 */
public record TokenSettings(String keys, String audience, String issuer) {

    /** Reads them; null if no keys are set. */
    static TokenSettings read(SettingSources sources) {
        String keys = sources.value(Setting.TOKEN_KEYS);
        return keys == null
                ? null
                : new TokenSettings(keys, sources.value(Setting.TOKEN_AUDIENCE), sources.value(Setting.TOKEN_ISSUER));
    }
}
