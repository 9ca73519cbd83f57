package org.visavis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.visavis.ice.IceServers;

/**
 * Which ICE servers browsers are told of.
 *
 * @param urls none unless an administrator names some: nothing leaves the building by default
 * @param turnSecret what Visavis shares with its TURN servers, or null where there are none
 * @param turnLifetime of the credentials that Visavis makes with it. They are handed out once, in the welcome, and used for
 *     everyone who comes later and whenever a way breaks: they must outlive the longest call, and 12 hours are a day's work
 */
public record IceSettings(List<String> urls, String turnSecret, Duration turnLifetime) {

    static final IceSettings NONE = new IceSettings(List.of(), null, Duration.ofHours(12));

    private static final String URLS = "visavis.ice.urls";
    private static final String SECRET = "visavis.turn.secret";
    private static final String SECRET_FILE = "visavis.turn.secret.file";
    private static final String TTL = "visavis.turn.ttl";

    /** A browser throws at the first URL that it does not understand, and then no call works at all. */
    private static final Pattern URL =
            Pattern.compile("(stuns?:HOST(:PORT)?|turns?:HOST(:PORT)?(\\?transport=(udp|tcp))?)"
                    .replace("HOST", "([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])")
                    .replace("PORT", "\\d{1,5}"));

    /** Shorter and nobody connects before it has expired; a month is for events that nobody leaves. */
    private static final int MIN_TTL = 60;

    private static final int MAX_TTL = 30 * 24 * 60 * 60;

    static IceSettings read(UnaryOperator<String> lookup) {
        List<String> urls = urls(lookup.apply(URLS));
        String secret = secret(lookup.apply(SECRET), lookup.apply(SECRET_FILE));
        if (secret == null && urls.stream().anyMatch(IceServers::isTurn)) {
            throw new IllegalArgumentException(
                    "The setting %s names a TURN server; %s or %s must give the secret that Visavis shares with it."
                            .formatted(URLS, SECRET, SECRET_FILE));
        }
        return new IceSettings(urls, secret, lifetime(lookup.apply(TTL)));
    }

    private static List<String> urls(String value) {
        if (value == null) {
            return NONE.urls;
        }
        List<String> urls =
                Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        if (!urls.stream().allMatch(url -> URL.matcher(url).matches())) {
            throw Settings.invalid(
                    URLS, value, "URLs such as stun:turn.example or turn:turn.example:3478, separated by commas");
        }
        return urls;
    }

    /** The text of the secret is never part of a message: messages are logged. */
    private static String secret(String value, String file) {
        if (file == null) {
            return value;
        }
        if (value != null) {
            throw new IllegalArgumentException(
                    "The settings %s and %s exclude each other.".formatted(SECRET, SECRET_FILE));
        }
        String expected = "a file that Visavis can read, with the secret as its only line";
        try {
            String text = Files.readString(Path.of(file)).strip();
            if (!text.isEmpty() && text.lines().count() == 1) {
                return text;
            }
        } catch (IOException | InvalidPathException e) {
            // said below
        }
        throw Settings.invalid(SECRET_FILE, file, expected);
    }

    private static Duration lifetime(String value) {
        return value == null ? NONE.turnLifetime : Duration.ofSeconds(Settings.number(TTL, value, MIN_TTL, MAX_TTL));
    }

    /** Without the secret: a record that is printed or logged would tell it. */
    @Override
    public String toString() {
        return "IceSettings[urls=%s, turnLifetime=%s]".formatted(urls, turnLifetime);
    }
}
