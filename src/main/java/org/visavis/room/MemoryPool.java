package org.visavis.room;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts one kind of memory that strangers make this server hold, estimated in bytes of the heap. It refuses nothing: its
 * users keep to their {@link #share}, or free some when the maximum {@link #isExceeded is exceeded}.
 *
 * <p>Thread-safe.
 */
public final class MemoryPool {
    /** Cost of a text besides its characters, in bytes: its two objects, and what holds them. */
    private static final int OVERHEAD = 100;

    /** The last character that the JVM stores in one byte instead of two (JEP 254). */
    private static final char LAST_OF_LATIN_1 = 0xFF;

    /** A holder gets at most this part of what is free, so that something stays free however many holders there are. */
    private static final int PARTS = 8;

    private final long maximum;
    private final AtomicLong used = new AtomicLong();

    /** @param maximum in bytes */
    public MemoryPool(long maximum) {
        this.maximum = maximum;
    }

    /** The cost of a text, in bytes. */
    public static long costOf(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) > LAST_OF_LATIN_1) {
                return OVERHEAD + 2L * length;
            }
        }
        return OVERHEAD + (long) length;
    }

    /** The highest possible cost of a text, in bytes, for callers that should not look at each character. */
    public static long mostOf(String text) {
        return OVERHEAD + 2L * text.length();
    }

    /** Adds bytes that are now held. */
    public void take(long bytes) {
        used.addAndGet(bytes);
    }

    /** Subtracts bytes that are no longer held. */
    public void give(long bytes) {
        used.addAndGet(-bytes);
    }

    /** How many bytes are held. */
    public long used() {
        return used.get();
    }

    /** Whether more than the maximum is held. */
    public boolean isExceeded() {
        return used.get() > maximum;
    }

    /** How many bytes one holder may have now. The more all of them hold, the fewer these are. */
    public long share() {
        return Math.max(0, (maximum - used.get()) / PARTS);
    }
}
