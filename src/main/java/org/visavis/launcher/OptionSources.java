package org.visavis.launcher;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Where an option that is not on the command line gets its value: for {@code --port} the system property
 * {@code visavis.port}, then the environment variable {@code VISAVIS_PORT}. Remembers which it was, so that a complaint
 * names what the user wrote.
 */
final class OptionSources implements IDefaultValueProvider {

    private final Map<ArgSpec, String> sources = new HashMap<>();

    @Override
    public String defaultValue(ArgSpec arg) {
        OptionSpec option = (OptionSpec) arg; // the command takes nothing else
        if (option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String property = propertyOf(option.longestName());
        String variable = property.toUpperCase(Locale.ROOT).replace('.', '_');
        String value = take(option, property, System.getProperty(property));
        return value != null ? value : take(option, variable, System.getenv(variable));
    }

    /** The system property that says the same as an option, such as {@code visavis.stun.port}. */
    static String propertyOf(String option) {
        return "visavis." + option.substring("--".length()).replace('-', '.');
    }

    /** Empty counts as not set: that is how a compose file passes on a variable that its user left out. */
    private String take(OptionSpec option, String source, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        sources.put(option, source);
        return value.strip();
    }

    /** What the user calls the option whose value is wrong. */
    String nameOf(OptionSpec option) {
        return sources.getOrDefault(option, option.longestName());
    }
}
