package org.visavis.settings;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where each setting is looked for: the one home of this rule, for the launcher and for the application. The order is that of
 * {@link Origin}. An empty value counts as none, because a compose file passes on an unset variable as an empty one.
 */
public final class SettingSources {
    private final Map<Origin, Map<String, String>> values;

    private SettingSources(Map<Origin, Map<String, String>> values) {
        this.values = values;
    }

    /** No source at all, and so the defaults. */
    public static SettingSources none() {
        return new SettingSources(Map.of());
    }

    /** What this process was started with: system properties and environment. */
    public static SettingSources ofProcess() {
        Properties properties = System.getProperties();
        Map<String, String> named = properties.stringPropertyNames().stream()
                .filter(Origin.SYSTEM_PROPERTY::isOurs)
                .collect(Collectors.toMap(name -> name, properties::getProperty));
        return none().with(Origin.SYSTEM_PROPERTY, named).with(Origin.ENVIRONMENT, System.getenv());
    }

    /**
     * The same with one more source.
     *
     * @param given values by the names that they have there
     */
    public SettingSources with(Origin origin, Map<String, String> given) {
        Map<Origin, Map<String, String>> all = new EnumMap<>(Origin.class);
        all.putAll(values);
        all.put(origin, origin == Origin.ENVIRONMENT ? ServiceVariables.removedFrom(given) : Map.copyOf(given));
        return new SettingSources(all);
    }

    /** What is given for a setting, by the strongest of the sources that have it. */
    public Optional<GivenSetting> find(Setting setting) {
        return Arrays.stream(Origin.values())
                .flatMap(origin -> find(setting, origin).stream())
                .findFirst();
    }

    private Optional<GivenSetting> find(Setting setting, Origin origin) {
        return Optional.ofNullable(values.getOrDefault(origin, Map.of()).get(origin.nameOf(setting)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> new GivenSetting(setting, value, origin));
    }

    /** The value that holds: the given one or a fixed default; null if there is neither. */
    public String value(Setting setting) {
        return find(setting).map(GivenSetting::value).orElse(setting.hasFixedDefault() ? setting.usual() : null);
    }

    /** What somebody has given and is not the default. */
    public List<GivenSetting> changed() {
        return Arrays.stream(Setting.values())
                .flatMap(setting -> find(setting).stream())
                .filter(given -> given.origin() != Origin.LAUNCHER && !given.isUsual())
                .toList();
    }

    /** What somebody has given that means something to {@code java -jar} alone. */
    public List<GivenSetting> forLauncher() {
        return Arrays.stream(Setting.values())
                .filter(Setting::isForLauncher)
                .flatMap(setting -> find(setting).stream())
                .toList();
    }

    /**
     * Checks that each name in each source is one of a setting: a misspelled one would be ignored and leave the default.
     *
     * @throws IllegalArgumentException with a sentence for each that is not
     */
    public void refuseUnknown() {
        String sentences = Arrays.stream(Origin.values()).flatMap(this::unknown).collect(Collectors.joining(" "));
        if (!sentences.isEmpty()) {
            throw new IllegalArgumentException(sentences);
        }
    }

    private Stream<String> unknown(Origin origin) {
        List<String> known = Arrays.stream(Setting.values()).map(origin::nameOf).toList();
        return values.getOrDefault(origin, Map.of()).keySet().stream()
                .filter(name -> origin.isOurs(name) && !known.contains(name))
                .sorted()
                .map(name -> "There is no setting %s (%s); did you mean %s?"
                        .formatted(name, origin.title(), NearestName.to(name, known)));
    }
}
