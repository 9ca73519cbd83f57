package org.visavis.log;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Logs one kind of event at most once a minute for each of its causes. Strangers may invent causes: only some are remembered,
 * and all others share one line a minute.
 *
 * <p>Safe for use by many threads.
 */
public final class OncePerMinuteEach {
    /** Maximum number of causes that are remembered. */
    static final int MAX_CAUSES = 100;

    private final Logger log;
    private final Level level;
    private final LongSupplier clock;
    private final OncePerMinute others;

    @GuardedBy("this")
    private final Map<String, OncePerMinute> causes = new HashMap<>();

    /** @param clock in milliseconds, never running backwards */
    public OncePerMinuteEach(Logger log, Level level, LongSupplier clock) {
        this.log = log;
        this.level = level;
        this.clock = clock;
        others = new OncePerMinute(log, level, clock);
    }

    /** Logs an event, unless its cause had a line less than a minute ago. */
    public void log(String cause, String sentence) {
        of(cause).log(sentence);
    }

    private synchronized OncePerMinute of(String cause) {
        if (causes.size() >= MAX_CAUSES && !causes.containsKey(cause)) {
            causes.values().removeIf(OncePerMinute::isIdle);
        }
        return causes.size() < MAX_CAUSES
                ? causes.computeIfAbsent(cause, any -> new OncePerMinute(log, level, clock))
                : causes.getOrDefault(cause, others);
    }
}
