package org.visavis.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogRecord;

/**
 * Knows what has been logged within the last minute: what happens again and again, such as a lack of open files, is one line a
 * minute. Not safe for use by several threads.
 */
final class Repeats {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Kinds of lines; there are few, and were there many, the oldest would be forgotten. */
    private static final int MOST_KINDS = 100;

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
        Kind kind = kinds.computeIfAbsent(line.getLoggerName() + " " + line.getMessage(), name -> new Kind());
        if (kind.lastLine != null && line.getInstant().isBefore(kind.lastLine.plus(MINUTE))) {
            kind.leftOut++;
            return -1;
        }
        int before = kind.leftOut;
        kind.lastLine = line.getInstant();
        kind.leftOut = 0;
        return before;
    }
}
