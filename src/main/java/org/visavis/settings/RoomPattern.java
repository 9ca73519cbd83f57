package org.visavis.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names rooms: a room's name as in the address, in which each {@code *} stands for any characters or none. Capital letters do
 * not matter.
 *
 * @param text as it was written
 */
public record RoomPattern(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_*-]{1,64}");

    private static final char ANY = '*';

    /** Every room. */
    public static final RoomPattern ALL = new RoomPattern("*");

    /** @throws IllegalArgumentException if no room can have such a name */
    public RoomPattern {
        if (!isPattern(text)) {
            throw new IllegalArgumentException("No room has a name like this.");
        }
    }

    /** Whether a text may be a pattern. */
    public static boolean isPattern(String text) {
        return FORM.matcher(text).matches();
    }

    /** Whether this is {@link #ALL}. */
    public boolean isAll() {
        return text.chars().allMatch(character -> character == ANY);
    }

    /**
     * Whether the room is meant. The time is bounded by the product of the two lengths, whatever somebody writes: a regular
     * expression would take much longer for some patterns.
     */
    public boolean matches(String room) {
        String pattern = text.toLowerCase(Locale.ROOT);
        String name = room.toLowerCase(Locale.ROOT);
        int at = 0;
        int star = -1;
        int resumeAt = 0;
        int in = 0;
        while (in < name.length()) {
            if (at < pattern.length() && pattern.charAt(at) == ANY) {
                star = at++;
                resumeAt = in;
            } else if (at < pattern.length() && pattern.charAt(at) == name.charAt(in)) {
                at++;
                in++;
            } else if (star >= 0) { // let the last star stand for one character more
                at = star + 1;
                in = ++resumeAt;
            } else {
                return false;
            }
        }
        return pattern.substring(at).chars().allMatch(character -> character == ANY);
    }
}
