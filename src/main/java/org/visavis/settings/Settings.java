package org.visavis.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the settings of an administrator say to the application, read from {@link SettingSources} and checked.
 *
 * @param access who may enter
 * @param room limits of one room
 * @param server limits of all rooms and connections together
 * @param allowedOrigins origins, besides the page's own, whose pages may connect
 * @param embedOrigins origins whose pages may embed calls
 * @param ice servers that help browsers to find each other
 * @param metrics who may read the metrics
 * @param audit the audit log
 * @param httpsUrl where others find the pages over HTTPS, with a slash at the end; null if nobody has said it
 */
public record Settings(
        AccessSettings access,
        RoomLimits room,
        ServerLimits server,
        Set<String> allowedOrigins,
        Set<String> embedOrigins,
        IceSettings ice,
        MetricsAccess metrics,
        AuditSettings audit,
        String httpsUrl) {

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

    /** Without a query: the page adds its own. */
    private static final String HTTPS_URL =
            "https://([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?(/[A-Za-z0-9._~%/-]*)?";

    /**
     * Reads and checks all settings.
     *
     * @throws IllegalArgumentException with a sentence that names the setting, its value and what it should be
     */
    public static Settings read(SettingSources sources) {
        IceSettings ice = IceSettings.read(sources);
        return new Settings(
                AccessSettings.read(sources),
                room(sources, ice.refresh()),
                server(sources, ServerLimits.usual()),
                origins(sources, Setting.ALLOWED_ORIGINS),
                origins(sources, Setting.EMBED_ORIGINS),
                ice,
                MetricsAccess.read(sources),
                AuditSettings.read(sources),
                httpsUrl(sources));
    }

    private static RoomLimits room(SettingSources sources, Duration iceRefresh) {
        return new RoomLimits(
                number(sources, Setting.ROOM_CAPACITY, 2, MAX_ROOM_CAPACITY),
                Duration.ofSeconds(number(sources, Setting.RESUME_SECONDS, 1, MAX_RESUME_SECONDS)),
                number(sources, Setting.HISTORY_MESSAGES, MIN_HISTORY_MESSAGES, MAX_HISTORY_MESSAGES),
                number(sources, Setting.HISTORY_LENGTH, MIN_HISTORY_LENGTH, RoomLimits.MAX_HISTORY_LENGTH),
                iceRefresh);
    }

    private static ServerLimits server(SettingSources sources, ServerLimits usual) {
        return new ServerLimits(
                number(sources, Setting.CONNECTIONS, usual.connections(), 1, MAX_CONNECTIONS),
                number(sources, Setting.AWAY_PLACES, usual.awayPlaces(), 0, MAX_CONNECTIONS),
                memory(sources, Setting.HISTORY_MEMORY, usual.historyMemory()),
                memory(sources, Setting.WAITING_MEMORY, usual.waitingMemory()),
                number(sources, Setting.SEND_RATE, MIN_SEND_RATE, Integer.MAX_VALUE));
    }

    /** A size in bytes, from a setting in MiB. */
    private static long memory(SettingSources sources, Setting setting, long usual) {
        String value = sources.value(setting);
        return value == null ? usual : number(setting, value, 1, MAX_MEBIBYTES) * MEBIBYTE;
    }

    private static int number(SettingSources sources, Setting setting, int usual, int min, int max) {
        String value = sources.value(setting);
        return value == null ? usual : number(setting, value, min, max);
    }

    /** A setting with a fixed default. */
    static int number(SettingSources sources, Setting setting, int min, int max) {
        return number(setting, sources.value(setting), min, max);
    }

    /** Parses a whole number from {@code min} to {@code max}. */
    private static int number(Setting setting, String value, int min, int max) {
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw invalid(setting, value, "a whole number from " + min + " to " + max);
    }

    private static Set<String> origins(SettingSources sources, Setting setting) {
        String value = sources.value(setting);
        if (value == null) {
            return Set.of();
        }
        Set<String> origins = Arrays.stream(value.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
        if (!origins.stream().allMatch(origin -> origin.matches(ORIGIN))) {
            throw invalid(setting, value, "origins such as https://portal.example, separated by commas");
        }
        return origins;
    }

    private static String httpsUrl(SettingSources sources) {
        String value = sources.value(Setting.HTTPS_URL);
        if (value == null) {
            return null;
        }
        if (!value.matches(HTTPS_URL)) {
            throw invalid(Setting.HTTPS_URL, value, "an address such as https://calls.example/visavis/");
        }
        return value.endsWith("/") ? value : value + "/";
    }

    static IllegalArgumentException invalid(Setting setting, String value, String expected) {
        return new IllegalArgumentException(
                "The setting %s is '%s'; it must be %s.".formatted(setting.key(), value, expected));
    }
}
