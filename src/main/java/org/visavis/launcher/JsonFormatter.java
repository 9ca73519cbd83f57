package org.visavis.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Writes a record as one line with a JSON object of strings: {@code time} in UTC, {@code level}, {@code logger}, {@code
 * message}, and {@code thrown} with the stack trace if there is one.
 */
final class JsonFormatter extends Formatter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    @Override
    public String format(LogRecord record) {
        StringBuilder line = new StringBuilder("{\"time\":");
        append(line, TIME.format(record.getInstant()));
        append(line.append(",\"level\":"), level(record.getLevel()));
        append(line.append(",\"logger\":"), Objects.requireNonNullElse(record.getLoggerName(), ""));
        append(line.append(",\"message\":"), Objects.requireNonNullElse(formatMessage(record), ""));
        if (record.getThrown() != null) {
            StringWriter trace = new StringWriter();
            record.getThrown().printStackTrace(new PrintWriter(trace, true));
            append(line.append(",\"thrown\":"), trace.toString());
        }
        return line.append("}\n").toString();
    }

    /** The names that most collectors of logs know. */
    private static String level(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARN";
        }
        return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }

    /** Appends a string of JSON (RFC 8259). The class path of the launcher has no library for that. */
    private static void append(StringBuilder line, String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                line.append("\\u%04x".formatted((int) c)); // the console may have any encoding
            } else {
                line.append(c);
            }
        }
        line.append('"');
    }
}
