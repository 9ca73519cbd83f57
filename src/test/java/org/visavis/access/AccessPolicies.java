package org.visavis.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.visavis.settings.AccessSettings;
import org.visavis.settings.Origin;
import org.visavis.settings.SettingSources;
import org.visavis.settings.Settings;

/** Access policies for tests, as the settings of an administrator make them. */
public final class AccessPolicies {
    private static final AllowedOrigins OWN = new AllowedOrigins(Set.of());

    private AccessPolicies() {}

    /** Without any setting: anybody may enter. */
    public static AccessPolicy open() {
        return of(Map.of());
    }

    /** @param settings by their keys */
    static AccessPolicy of(Map<String, String> settings) {
        return new AccessPolicy(access(settings), OWN, null, new WrongTokens(() -> 0));
    }

    /** Accepts tokens, too, beside what {@code settings} accept. */
    static AccessPolicy with(TokenVerifier tokens, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("visavis.token.keys", "keys"));
        all.putAll(settings);
        return new AccessPolicy(access(all), OWN, tokens, new WrongTokens(() -> 0));
    }

    private static AccessSettings access(Map<String, String> settings) {
        return Settings.read(SettingSources.none().with(Origin.FILE, settings)).access();
    }
}
