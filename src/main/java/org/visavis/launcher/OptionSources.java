package org.visavis.launcher;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Finds the values of options that are not on the command line: for {@code --port} in the system property
 * {@code visavis.port}, then in the environment variable {@code VISAVIS_PORT}. It remembers the source, so that an error
 * message names what the user wrote.
 */
final class OptionSources implements IDefaultValueProvider {

    private final Map<ArgSpec, String> sources = new HashMap<>();

    @Override
    public String defaultValue(ArgSpec arg) {
        OptionSpec option = (OptionSpec) arg; // the command has no other arguments
        if (option.usageHelp() || option.versionHelp()) {
            return null;
        }
        String property = propertyOf(option.longestName());
        String variable = property.toUpperCase(Locale.ROOT).replace('.', '_');
        String value = take(option, property, System.getProperty(property));
        return value != null ? value : take(option, variable, System.getenv(variable));
    }

    /** The system property for an option, such as {@code visavis.stun.port}. */
    static String propertyOf(String option) {
        return "visavis." + option.substring("--".length()).replace('-', '.');
    }

    /** Notes the source of a value. Empty counts as not set: a compose file passes on an unset variable as empty. */
    private String take(OptionSpec option, String source, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        sources.put(option, source);
        return value.strip();
    }

    /** The name of an option as the user wrote it: an option, a property or a variable. */
    String nameOf(OptionSpec option) {
        return sources.getOrDefault(option, option.longestName());
    }
}
