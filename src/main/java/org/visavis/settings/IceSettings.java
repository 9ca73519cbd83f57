package org.visavis.settings;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The ICE servers that browsers get.
 *
 * @param urls empty unless an administrator names some, so that nothing leaves the building by default
 * @param turnSecret the secret that Visavis shares with its TURN servers, or null if there are none
 * @param turnLifetime of credentials that Visavis makes with it; participants get new ones long before they expire
 * @param transportPolicy {@code all}, or {@code relay} so that nobody learns anybody's address
 * @param stun where Visavis itself answers STUN requests, or null
 */
public record IceSettings(
        List<String> urls, String turnSecret, Duration turnLifetime, String transportPolicy, InetSocketAddress stun) {

    /** A browser throws at the first URL that it does not understand, and then no call works at all. */
    private static final Pattern URL =
            Pattern.compile("(stuns?:HOST(:PORT)?|turns?:HOST(:PORT)?(\\?transport=(udp|tcp))?)"
                    .replace("HOST", "([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])")
                    .replace("PORT", "\\d{1,5}"));

    /** In seconds: with a shorter lifetime nobody could connect in time. The maximum, 30 days, is for very long events. */
    private static final int MIN_TTL = 60;

    private static final int MAX_PORT = 65_535;

    private static final int MAX_TTL = 30 * 24 * 60 * 60;

    static IceSettings read(SettingSources sources) {
        List<String> urls = urls(sources.value(Setting.ICE_URLS));
        String secret = secret(sources.value(Setting.TURN_SECRET), sources.value(Setting.TURN_SECRET_FILE));
        if (secret == null && urls.stream().anyMatch(IceSettings::isTurn)) {
            throw new IllegalArgumentException(
                    "The setting %s names a TURN server; %s or %s must give the secret that Visavis shares with it."
                            .formatted(
                                    Setting.ICE_URLS.key(), Setting.TURN_SECRET.key(), Setting.TURN_SECRET_FILE.key()));
        }
        return new IceSettings(
                urls,
                secret,
                Duration.ofSeconds(Settings.number(sources, Setting.TURN_TTL, MIN_TTL, MAX_TTL)),
                policy(sources.value(Setting.ICE_TRANSPORT_POLICY), urls),
                stun(sources.value(Setting.STUN_HOST), Settings.number(sources, Setting.STUN_PORT, 0, MAX_PORT)));
    }

    /** Whether a URL names a TURN server, which relays and asks for credentials. */
    public static boolean isTurn(String url) {
        return url.startsWith("turn");
    }

    /** How often participants get new credentials: after half the lifetime. Null if there is no secret. */
    Duration refresh() {
        return turnSecret == null ? null : turnLifetime.dividedBy(2);
    }

    private static String policy(String value, List<String> urls) {
        if (value.equals("all")) {
            return value;
        }
        if (!value.equals("relay")) {
            throw Settings.invalid(Setting.ICE_TRANSPORT_POLICY, value, "all or relay");
        }
        if (urls.stream().noneMatch(IceSettings::isTurn)) {
            throw new IllegalArgumentException("The setting %s is 'relay'; %s must name a TURN server that relays."
                    .formatted(Setting.ICE_TRANSPORT_POLICY.key(), Setting.ICE_URLS.key()));
        }
        return value;
    }

    private static InetSocketAddress stun(String host, int port) {
        if (port == 0) {
            return null;
        }
        InetSocketAddress address = host == null ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw Settings.invalid(Setting.STUN_HOST, host, "a name or an address of this computer");
        }
        return address;
    }

    private static List<String> urls(String value) {
        if (value == null) {
            return List.of();
        }
        List<String> urls =
                Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        if (!urls.stream().allMatch(url -> URL.matcher(url).matches())) {
            throw Settings.invalid(
                    Setting.ICE_URLS,
                    value,
                    "URLs such as stun:turn.example or turn:turn.example:3478, separated by commas");
        }
        return urls;
    }

    /** Reads the secret. No exception text contains it, since exceptions are logged. */
    private static String secret(String value, String file) {
        if (file == null) {
            return value;
        }
        if (value != null) {
            throw new IllegalArgumentException("The settings %s and %s exclude each other."
                    .formatted(Setting.TURN_SECRET.key(), Setting.TURN_SECRET_FILE.key()));
        }
        String expected = "a file that Visavis can read, with the secret as its only line";
        try {
            String text = Files.readString(Path.of(file)).strip();
            if (!text.isEmpty() && text.lines().count() == 1) {
                return text;
            }
        } catch (IOException | InvalidPathException e) {
            // reported below
        }
        throw Settings.invalid(Setting.TURN_SECRET_FILE, file, expected);
    }

    /** Omits the secret, since records are printed and logged. */
    @Override
    public String toString() {
        return "IceSettings[urls=%s, turnLifetime=%s, transportPolicy=%s, stun=%s]"
                .formatted(urls, turnLifetime, transportPolicy, stun);
    }
}
