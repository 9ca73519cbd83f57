package org.visavis.room;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the memory of one kind that strangers make this server hold, as an estimate in bytes of the heap, against a maximum.
 * It refuses nothing by itself: those who hold some ask for their {@link #share} and keep to it.
 *
 * <p>Safe for use by many threads.
 */
public final class MemoryPool {
    /** What a text costs besides its characters, in bytes: its two objects, and what holds them. */
    private static final int OVERHEAD = 100;

    /** The last character of which the JVM keeps one byte and not two (JEP 254). */
    private static final char LAST_OF_LATIN_1 = 0xFF;

    /** No one holder has more than this part of what is free, so that something is free however many there are. */
    private static final int PARTS = 8;

    private final long maximum;
    private final AtomicLong used = new AtomicLong();

    /** @param maximum in bytes */
    public MemoryPool(long maximum) {
        this.maximum = maximum;
    }

    /** What a text costs, in bytes. */
    public static long costOf(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) > LAST_OF_LATIN_1) {
                return OVERHEAD + 2L * length;
            }
        }
        return OVERHEAD + (long) length;
    }

    /** What a text costs at most, in bytes: for where it is not worth while to look at each character. */
    public static long mostOf(String text) {
        return OVERHEAD + 2L * text.length();
    }

    /** So many bytes more are held. */
    public void take(long bytes) {
        used.addAndGet(bytes);
    }

    /** So many bytes that were taken are held no more. */
    public void give(long bytes) {
        used.addAndGet(-bytes);
    }

    /** How many bytes are held. */
    public long used() {
        return used.get();
    }

    /** Whether more is held than may be. */
    public boolean isExceeded() {
        return used.get() > maximum;
    }

    /** How many bytes one holder may have now; the more all of them hold, the fewer. */
    public long share() {
        return Math.max(0, (maximum - used.get()) / PARTS);
    }
}
