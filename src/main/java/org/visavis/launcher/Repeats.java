package org.visavis.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * Knows what has been logged within the last minute: what happens again and again, such as a lack of open files, is one line a
 * minute. Not safe for use by several threads.
 */
final class Repeats {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Kinds of lines; there are few, and were there many, the oldest would be forgotten. */
    private static final int MOST_KINDS = 100;

    /** Tomcat puts into brackets what a client has sent. */
    private static final Pattern VARYING = Pattern.compile("\\[.*]|[0-9]+", Pattern.DOTALL);

    private static final class Kind {
        private Instant lastLine;
        private int leftOut;
    }

    private final Map<String, Kind> kinds = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kind> eldest) {
            return size() > MOST_KINDS;
        }
    };

    /** How many of its kind were left out since the last line, or -1 if this one is to be left out. */
    int leftOutBefore(LogRecord line) {
        Kind kind = kinds.computeIfAbsent(kindOf(line), name -> new Kind());
        if (kind.lastLine != null && line.getInstant().isBefore(kind.lastLine.plus(MINUTE))) {
            kind.leftOut++;
            return -1;
        }
        int before = kind.leftOut;
        kind.lastLine = line.getInstant();
        kind.leftOut = 0;
        return before;
    }

    /** Without what differs from one line to the next, such as the address that somebody asked for. */
    private static String kindOf(LogRecord line) {
        Object thrown =
                line.getThrown() == null ? "" : line.getThrown().getClass().getName();
        return line.getLoggerName()
                + thrown
                + VARYING.matcher(line.getMessage()).replaceAll("");
    }
}
