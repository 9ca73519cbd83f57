package org.visavis.settings;

/** The kinds of places where settings are given, the strongest first. */
public enum Origin {
    OPTION("option"),
    SYSTEM_PROPERTY("system property"),
    ENVIRONMENT("environment"),
    FILE("visavis.properties"),
    CONTEXT_PARAMETER("context parameter"),
    /** Nobody has said it: the launcher of {@code java -jar} has other defaults than a container. */
    LAUNCHER("java -jar");

    private final String title;

    Origin(String title) {
        this.title = title;
    }

    /** In words, such as {@code system property}. */
    public String title() {
        return title;
    }

    /** The name that a setting has there. */
    public String nameOf(Setting setting) {
        return switch (this) {
            case OPTION -> setting.option();
            case ENVIRONMENT -> setting.variable();
            default -> setting.key();
        };
    }

    /** Whether a name that is found there must be one of a setting. */
    boolean isOurs(String name) {
        return switch (this) {
            case OPTION, LAUNCHER -> false; // checked where they come from
            case ENVIRONMENT -> name.startsWith("VISAVIS_");
            case FILE -> true;
            case SYSTEM_PROPERTY, CONTEXT_PARAMETER -> name.startsWith(Setting.PREFIX);
        };
    }
}
