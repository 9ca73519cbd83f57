package org.visavis.launcher;

import picocli.CommandLine.Option;

/** The options of the log on the console. */
final class LogOptions {
    // No plain flag: picocli negates the default, so --verbose would turn it off if the environment has turned it on.
    @Option(
            names = "--verbose",
            paramLabel = "true|false",
            arity = "0..1",
            fallbackValue = "true",
            converter = OptionValue.Switch.class,
            description = "Log every connection and every message (default: false).")
    private boolean verbose;

    @Option(
            names = "--log-format",
            paramLabel = "text|json",
            converter = OptionValue.LogFormat.class,
            description = "Print the log for people, or as JSON for programs, one object a line (default: text).")
    private ConsoleLog.Format logFormat;

    /** Replaces the JDK's own console log. */
    ConsoleLog install() {
        return ConsoleLog.install(verbose, logFormat);
    }
}
