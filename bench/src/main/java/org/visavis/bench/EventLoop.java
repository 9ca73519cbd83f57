package org.visavis.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The one thread of the load generator: waits for all connections at once and lets each do what it is ready for, with a
 * task in between that sends what is due. It runs on the thread that calls it, and only while it is called.
 */
final class EventLoop implements AutoCloseable {
    /** Longer than any message that a server sends, with room for what was left over of the read before. */
    static final int INPUT_BYTES = 256 * 1024;

    /** Below this many nanoseconds, a wait is spent in naps: a selector counts in milliseconds. */
    private static final long SHORTEST_SELECT = 2_000_000;

    /** The system makes some 70 µs of it; to spin instead would take a processor from the server. */
    private static final long NAP = 10_000;

    /** What is done between looks at the connections. */
    interface Task {
        /**
         * Does what is due.
         *
         * @param now of {@link System#nanoTime}
         * @return in how many nanoseconds there is something to do again, if nothing comes before
         */
        long run(long now) throws IOException;
    }

    /** A task with nothing to do. */
    static final Task NOTHING = now -> Duration.ofMillis(100).toNanos();

    private final Selector selector;
    private final byte[] inputBytes = new byte[INPUT_BYTES];
    private final ByteBuffer input = ByteBuffer.wrap(inputBytes);
    private final Tls.Buffers records =
            new Tls.Buffers(ByteBuffer.allocate(INPUT_BYTES), ByteBuffer.allocate(INPUT_BYTES));

    EventLoop() throws IOException {
        selector = Selector.open();
    }

    Selector selector() {
        return selector;
    }

    /** Empty, shared by all connections: what one reads it uses up, or keeps for itself, before the next one reads. */
    ByteBuffer input() {
        return input.clear();
    }

    /** What {@link #input} is made of. */
    byte[] inputBytes() {
        return inputBytes;
    }

    /** Of TLS, empty between calls, and shared as {@link #input} is. */
    Tls.Buffers records() {
        return records;
    }

    /** Runs for so long. */
    void runFor(Duration duration, Task task) throws IOException {
        long end = System.nanoTime() + duration.toNanos();
        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
            step(Math.min(task.run(now), end - now));
        }
    }

    /**
     * Runs until something has happened.
     *
     * @param what it is, for the message of the exception
     * @throws IllegalStateException if it has not happened in time
     */
    void runUntil(BooleanSupplier happened, String what, Duration limit, Task task) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        while (!happened.getAsBoolean()) {
            long now = System.nanoTime();
            if (now > end) {
                throw new IllegalStateException("Not within " + limit.toSeconds() + " s: " + what + ".");
            }
            step(Math.min(task.run(now), SHORTEST_SELECT));
        }
    }

    private void step(long nanos) throws IOException {
        if (nanos >= SHORTEST_SELECT) {
            selector.select(EventLoop::ready, nanos / 1_000_000);
        } else if (selector.selectNow(EventLoop::ready) == 0 && nanos > 0) {
            LockSupport.parkNanos(NAP);
        }
    }

    private static void ready(SelectionKey key) {
        ((Client) key.attachment()).ready();
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}
