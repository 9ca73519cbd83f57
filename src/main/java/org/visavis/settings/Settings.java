package org.visavis.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The settings of an administrator. Visavis looks for each of them as a system property ({@code visavis.room.capacity}), in
 * the environment ({@code VISAVIS_ROOM_CAPACITY}) and as a context parameter of the application, in this order.
 *
 * @param loginRequired whether only users whom the container has authenticated may join
 * @param room limits of one room
 * @param server limits of all rooms and connections together
 * @param allowedOrigins origins, besides the page's own, whose pages may connect
 * @param embedOrigins origins whose pages may embed calls
 * @param ice servers that help browsers to find each other
 */
public record Settings(
        boolean loginRequired,
        RoomLimits room,
        ServerLimits server,
        Set<String> allowedOrigins,
        Set<String> embedOrigins,
        IceSettings ice) {

    /** Maximum capacity: no computer copes with a larger mesh. The minimum is two participants. */
    private static final int MAX_ROOM_CAPACITY = 100;

    /** Maximum: nobody wants to see a place whose owner has long gone home. */
    private static final int MAX_RESUME_SECONDS = 600;

    /** Minimum: two people already send more than this when they join. */
    private static final int MIN_HISTORY_MESSAGES = 64;

    private static final int MAX_HISTORY_MESSAGES = 65_536;

    /** Minimum: the longest message must fit. */
    private static final int MIN_HISTORY_LENGTH = 65_536;

    /** Maximum: ten million idle connections take more memory than a computer has today. */
    private static final int MAX_CONNECTIONS = 10_000_000;

    /** Minimum: the longest message to one recipient each second. */
    private static final int MIN_SEND_RATE = 65_536;

    private static final int MAX_MEBIBYTES = 1024 * 1024;

    private static final long MEBIBYTE = 1024 * 1024;

    /** An origin as browsers send it (RFC 6454). It has nothing that means something else in a header: no wildcard, no list. */
    private static final String ORIGIN = "https?://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?";

    /**
     * Reads and checks all settings.
     *
     * @param contextParameter returns the context parameter of a name, or null
     * @throws IllegalArgumentException with a sentence that names the setting, its value and what it should be
     */
    public static Settings read(UnaryOperator<String> contextParameter) {
        return read(System::getProperty, System::getenv, contextParameter);
    }

    static Settings read(
            UnaryOperator<String> property, UnaryOperator<String> environment, UnaryOperator<String> contextParameter) {
        UnaryOperator<String> lookup = name -> firstOf(
                property.apply(name),
                environment.apply(name.toUpperCase(Locale.ROOT).replace('.', '_')),
                contextParameter.apply(name));
        IceSettings ice = IceSettings.read(lookup);
        return new Settings(
                loginRequired(lookup),
                room(lookup, ice.refresh()),
                server(lookup, ServerLimits.usual()),
                origins(lookup, "visavis.allowed.origins"),
                origins(lookup, "visavis.embed.origins"),
                ice);
    }

    private static boolean loginRequired(UnaryOperator<String> lookup) {
        String name = "visavis.auth";
        String value = lookup.apply(name);
        if (value == null || value.equals("open") || value.equals("container")) {
            return "container".equals(value);
        }
        throw invalid(name, value, "open or container");
    }

    private static RoomLimits room(UnaryOperator<String> lookup, Duration iceRefresh) {
        RoomLimits usual = RoomLimits.DEFAULT;
        return new RoomLimits(
                number(lookup, "visavis.room.capacity", usual.capacity(), 2, MAX_ROOM_CAPACITY),
                Duration.ofSeconds(number(
                        lookup, "visavis.resume.seconds", (int) usual.resume().toSeconds(), 1, MAX_RESUME_SECONDS)),
                number(
                        lookup,
                        "visavis.history.messages",
                        usual.historyMessages(),
                        MIN_HISTORY_MESSAGES,
                        MAX_HISTORY_MESSAGES),
                number(
                        lookup,
                        "visavis.history.length",
                        usual.historyLength(),
                        MIN_HISTORY_LENGTH,
                        RoomLimits.MAX_HISTORY_LENGTH),
                iceRefresh);
    }

    private static ServerLimits server(UnaryOperator<String> lookup, ServerLimits usual) {
        return new ServerLimits(
                number(lookup, "visavis.connections", usual.connections(), 1, MAX_CONNECTIONS),
                number(lookup, "visavis.away.places", usual.awayPlaces(), 0, MAX_CONNECTIONS),
                memory(lookup, "visavis.history.memory", usual.historyMemory()),
                memory(lookup, "visavis.waiting.memory", usual.waitingMemory()),
                number(lookup, "visavis.send.rate", usual.sendRate(), MIN_SEND_RATE, Integer.MAX_VALUE));
    }

    /** A size in bytes, from a setting in MiB. */
    private static long memory(UnaryOperator<String> lookup, String name, long usual) {
        String value = lookup.apply(name);
        return value == null ? usual : number(name, value, 1, MAX_MEBIBYTES) * MEBIBYTE;
    }

    private static int number(UnaryOperator<String> lookup, String name, int usual, int min, int max) {
        String value = lookup.apply(name);
        return value == null ? usual : number(name, value, min, max);
    }

    /** Parses a whole number from {@code min} to {@code max}. */
    static int number(String name, String value, int min, int max) {
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw invalid(name, value, "a whole number from " + min + " to " + max);
    }

    private static Set<String> origins(UnaryOperator<String> lookup, String name) {
        String value = lookup.apply(name);
        if (value == null) {
            return Set.of();
        }
        Set<String> origins = Arrays.stream(value.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
        if (!origins.stream().allMatch(origin -> origin.matches(ORIGIN))) {
            throw invalid(name, value, "origins such as https://portal.example, separated by commas");
        }
        return origins;
    }

    private static String firstOf(String... values) {
        return Arrays.stream(values)
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }

    static IllegalArgumentException invalid(String name, String value, String expected) {
        return new IllegalArgumentException("The setting %s is '%s'; it must be %s.".formatted(name, value, expected));
    }
}
