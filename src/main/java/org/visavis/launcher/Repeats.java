package org.visavis.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * Remembers which kinds of lines were logged within the last minute. So an event that repeats, such as a lack of open files,
 * takes one line a minute. Not safe for use by several threads.
 */
final class Repeats {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** How many kinds of lines it remembers. There are few; beyond this number it forgets the oldest. */
    private static final int MOST_KINDS = 100;

    /** The varying parts of a line: numbers, and what a client has sent, which Tomcat puts in brackets. */
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

    /** How many lines of this kind were left out since the last one was logged, or -1 if this one is to be left out. */
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

    /** The line without its varying parts, such as the address that a client requested. */
    private static String kindOf(LogRecord line) {
        Object thrown =
                line.getThrown() == null ? "" : line.getThrown().getClass().getName();
        return line.getLoggerName()
                + thrown
                + VARYING.matcher(line.getMessage()).replaceAll("");
    }
}
