package org.visavis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What an administrator can set. Each setting is looked for as a system property ({@code visavis.room.capacity}), in the
 * environment ({@code VISAVIS_ROOM_CAPACITY}) and as a context parameter of the application, in this order.
 *
 * @param loginRequired whether only those may join whom the container has authenticated
 * @param roomCapacity how many may be in one room
 * @param allowedOrigins origins, besides the page's own, whose pages may connect
 * @param ice servers that help browsers to find each other
 */
public record Settings(boolean loginRequired, int roomCapacity, Set<String> allowedOrigins, IceSettings ice) {

    /** A mesh of more is too much for any computer; a room needs at least two to be one. */
    private static final int MAX_ROOM_CAPACITY = 100;

    /**
     * Reads and checks all settings.
     *
     * @param contextParameter gives the context parameter of a name, or null
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
        return new Settings(
                loginRequired(lookup), roomCapacity(lookup), allowedOrigins(lookup), IceSettings.read(lookup));
    }

    private static boolean loginRequired(UnaryOperator<String> lookup) {
        String name = "visavis.auth";
        String value = lookup.apply(name);
        if (value == null || value.equals("open") || value.equals("container")) {
            return "container".equals(value);
        }
        throw invalid(name, value, "open or container");
    }

    private static int roomCapacity(UnaryOperator<String> lookup) {
        String name = "visavis.room.capacity";
        String value = lookup.apply(name);
        return value == null ? 16 : number(name, value, 2, MAX_ROOM_CAPACITY);
    }

    /** A number from {@code min} to {@code max}. */
    static int number(String name, String value, int min, int max) {
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw invalid(name, value, "a whole number from " + min + " to " + max);
    }

    private static Set<String> allowedOrigins(UnaryOperator<String> lookup) {
        String name = "visavis.allowed.origins";
        String value = lookup.apply(name);
        if (value == null) {
            return Set.of();
        }
        Set<String> origins =
                Arrays.stream(value.split(",")).map(String::strip).collect(Collectors.toUnmodifiableSet());
        if (!origins.stream().allMatch(origin -> origin.matches("https?://[^/\\s]+"))) {
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
