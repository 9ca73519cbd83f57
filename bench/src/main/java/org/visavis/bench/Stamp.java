package org.visavis.bench;

import java.nio.charset.StandardCharsets;

/**
 * What a message of the generator carries within: when it was to be sent and by whom, 24 hexadecimal digits behind
 * {@code "t":"}. Written into and read from bytes, since a message that is made into text costs more than its transport.
 */
final class Stamp {
    private static final byte[] MARK = "\"t\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int TIME_DIGITS = 16;
    private static final int SENDER_DIGITS = 8;

    /** In place of the digits, until they are written. */
    static final String EMPTY = "0".repeat(TIME_DIGITS + SENDER_DIGITS);

    /** The stamp stands near the beginning, behind what a server puts before the data. */
    private static final int FARTHEST = 512;

    private Stamp() {}

    /** Where the digits are, or -1 where there is no stamp. */
    static int find(byte[] bytes, int begin, int length) {
        int end = begin + Math.min(length, FARTHEST) - MARK.length - EMPTY.length();
        for (int at = begin; at <= end; at++) {
            if (bytes[at] == '"' && bytes[at + 1] == 't' && bytes[at + 2] == '"' && bytes[at + 4] == '"') {
                return at + MARK.length;
            }
        }
        return -1;
    }

    static void write(byte[] bytes, int at, long time, int sender) {
        writeHex(bytes, at, TIME_DIGITS, time);
        writeHex(bytes, at + TIME_DIGITS, SENDER_DIGITS, sender);
    }

    /** Nanoseconds of {@link System#nanoTime}. */
    static long time(byte[] bytes, int at) {
        return readHex(bytes, at, TIME_DIGITS);
    }

    /** The index of the client that sent it. */
    static int sender(byte[] bytes, int at) {
        return (int) readHex(bytes, at + TIME_DIGITS, SENDER_DIGITS);
    }

    private static void writeHex(byte[] bytes, int at, int digits, long value) {
        long rest = value;
        for (int i = at + digits - 1; i >= at; i--) {
            bytes[i] = DIGITS[(int) (rest & 15)];
            rest >>>= 4;
        }
    }

    private static long readHex(byte[] bytes, int at, int digits) {
        long value = 0;
        for (int i = at; i < at + digits; i++) {
            value = value << 4 | Character.digit(bytes[i], 16);
        }
        return value;
    }
}
