package org.visavis.log;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.LongSupplier;

/**
 * Logs one kind of event at most once a minute, and tells how many were left out since the last line. It is for events that
 * a stranger can cause as often as they like: a flooded log hides what matters and fills the disk.
 *
 * <p>Safe for use by many threads.
 */
public final class OncePerMinute {
    /** A minute in milliseconds. */
    static final long MINUTE = 60_000;

    private final Logger log;
    private final Level level;
    private final LongSupplier clock;

    @GuardedBy("this")
    private Long lastLine;

    @GuardedBy("this")
    private long leftOut;

    /** @param clock in milliseconds, never running backwards */
    public OncePerMinute(Logger log, Level level, LongSupplier clock) {
        this.log = log;
        this.level = level;
        this.clock = clock;
    }

    /** Whether the next event would be logged. */
    synchronized boolean isIdle() {
        return lastLine == null || clock.getAsLong() - lastLine >= MINUTE;
    }

    /** Logs an event. */
    public void log(String sentence) {
        log(sentence, null);
    }

    /** Logs an event with its cause, which may be null. */
    public void log(String sentence, Throwable cause) {
        long before;
        synchronized (this) {
            long now = clock.getAsLong();
            if (lastLine != null && now - lastLine < MINUTE) {
                leftOut++;
                return;
            }
            lastLine = now;
            before = leftOut;
            leftOut = 0;
        }
        log.log(level, before == 0 ? sentence : sentence + " (" + before + " more since the last such line.)", cause);
    }
}
