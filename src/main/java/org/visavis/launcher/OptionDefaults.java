package org.visavis.launcher;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.visavis.settings.GivenSetting;
import org.visavis.settings.Origin;
import org.visavis.settings.Setting;
import org.visavis.settings.SettingSources;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Gives options that are not on the command line the value of the setting of the same name. */
final class OptionDefaults implements IDefaultValueProvider {
    private final SettingSources sources;

    /** What it has given, so that an error message names what the user wrote. */
    private final Map<ArgSpec, GivenSetting> used = new HashMap<>();

    /** @param sources without the command line */
    OptionDefaults(SettingSources sources) {
        this.sources = sources;
    }

    @Override
    public String defaultValue(ArgSpec arg) {
        OptionSpec option = (OptionSpec) arg; // the command has no other arguments
        Optional<Setting> setting = Setting.ofOption(option.longestName());
        setting.flatMap(sources::find).ifPresent(given -> used.put(option, given));
        return setting.filter(known -> known.isForLauncher() || used.containsKey(option))
                .map(sources::value)
                .orElse(null); // the annotation's, where that of a container is another
    }

    /** Says in one sentence what is wrong with the command line or with what stands in for it; returns the exit status. */
    int complain(ParameterException e) {
        String sentence = e.getMessage() + ".";
        if (e.getCause() instanceof TypeConversionException wrong && e.getArgSpec() instanceof OptionSpec option) {
            sentence = nameOf(option) + " " + wrong.getMessage();
        } else if (e instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            sentence = first.startsWith("-")
                    ? "There is no option " + first + "."
                    : "Visavis takes options only, not \"" + first + "\".";
        }
        System.err.println(sentence + " Try --help.");
        return CommandLine.ExitCode.USAGE;
    }

    /** The name of an option as the user wrote it: an option, a property or a variable. */
    private String nameOf(OptionSpec option) {
        GivenSetting given = used.get(option);
        if (given == null) {
            return option.longestName();
        }
        String name = given.origin().nameOf(given.setting());
        return given.origin() == Origin.FILE ? name + " in " + given.origin().title() : name;
    }

    /** What is on the command line, by the names of the options. One that is there twice is twice among those matched. */
    static Map<String, String> onTheCommandLine(List<OptionSpec> matched) {
        return matched.stream()
                .collect(Collectors.toMap(OptionSpec::longestName, OptionDefaults::text, (one, same) -> same));
    }

    private static String text(OptionSpec option) {
        Object value = option.getValue();
        String written = String.join(",", option.originalStringValues());
        return written.isEmpty() ? String.valueOf(value) : written; // --verbose alone has nothing written
    }
}
