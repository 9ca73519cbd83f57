package org.visavis.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which people may do what in which rooms.
 *
 * @param open who may be the first in a room
 * @param join who may enter one in which somebody is
 * @param moderate who moderates
 */
public record RoomRights(List<Rule> open, List<Rule> join, List<Rule> moderate) {
    private static final String EVERYBODY = "*";

    /**
     * A group of people and rooms.
     *
     * @param group a group of the container, or {@code *} for everybody
     */
    public record Rule(String group, RoomPattern rooms) {
        private static Rule parse(String text, Setting setting, String value) {
            int colon = text.lastIndexOf(':');
            String group = (colon < 0 ? text : text.substring(0, colon)).strip();
            String rooms = colon < 0 ? EVERYBODY : text.substring(colon + 1).strip();
            if (group.isEmpty() || !RoomPattern.isPattern(rooms)) {
                throw Settings.invalid(
                        setting,
                        value,
                        "groups such as staff, or a group and its rooms such as teachers:class-*, separated by commas; *"
                                + " is everybody");
            }
            return new Rule(group, new RoomPattern(rooms));
        }

        private boolean covers(Set<String> groups, String room) {
            boolean isMember = group.equals(EVERYBODY) || groups.contains(group);
            return isMember && (room == null ? rooms.isAll() : rooms.matches(room));
        }
    }

    static RoomRights read(SettingSources sources) {
        return new RoomRights(
                rules(sources, Setting.ROOMS_OPEN),
                rules(sources, Setting.ROOMS_JOIN),
                rules(sources, Setting.ROOMS_MODERATE));
    }

    private static List<Rule> rules(SettingSources sources, Setting setting) {
        String value = sources.value(setting);
        return Arrays.stream(value.split(",", -1))
                .map(rule -> Rule.parse(rule.strip(), setting, value))
                .toList();
    }

    /** Whether a member of these groups may do in a room what the rules are about; null is all rooms. */
    public static boolean allow(List<Rule> rules, Set<String> groups, String room) {
        return rules.stream().anyMatch(rule -> rule.covers(groups, room));
    }

    /** The groups of the container that make a difference. */
    public Set<String> groups() {
        return Stream.of(open, join, moderate)
                .flatMap(List::stream)
                .map(Rule::group)
                .filter(group -> !group.equals(EVERYBODY))
                .collect(Collectors.toUnmodifiableSet());
    }
}
