package org.visavis.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ObjLongConsumer;
import java.util.function.ToIntFunction;
import org.visavis.room.MemoryPool;
import org.visavis.room.Outbox;

/**
 * The queue of messages from one session. Messages beyond the client's rate wait here, so that a client that sends too fast
 * does not cost the readers their connections. Mostly it is empty, and the thread that brings a message processes it at
 * once. Another thread processes those that had to wait, in the same order.
 *
 * <p>Thread-safe. One thread at a time processes messages, and never holds the lock meanwhile.
 */
final class Inbox {
    /** Maximum number of waiting messages: another second or two of what a connection may send in the long run. */
    static final int MAX_MESSAGES = 4 * 1024;

    /** Maximum length of all waiting messages, in UTF-16 code units. */
    static final int MAX_LENGTH = Outbox.MAX_LENGTH;

    /**
     * Maximum debt of messages before empty input is refused, in milliseconds. One message to a room of 100 causes less, even with
     * the lowest send rate. Characters do not count: one long message to a large room may take seconds to earn.
     */
    private static final long MAX_DEBT = 1_000;

    private final ToIntFunction<String> work;
    private final SendAllowance allowance;
    private final MemoryPool memory;
    private final ObjLongConsumer<Runnable> later;

    @GuardedBy("this")
    private final Deque<String> queue = new ArrayDeque<>(0);

    @GuardedBy("this")
    private int length;

    /** Whether a thread is in the loop. */
    @GuardedBy("this")
    private boolean working;

    /** Whether a thread will come to continue. */
    @GuardedBy("this")
    private boolean scheduled;

    @GuardedBy("this")
    private boolean dropped;

    /**
     * Creates an empty inbox.
     *
     * @param work processes a message and returns the number of recipients
     * @param memory of all waiting messages on this server
     * @param later runs a task after a number of milliseconds
     */
    Inbox(ToIntFunction<String> work, SendAllowance allowance, MemoryPool memory, ObjLongConsumer<Runnable> later) {
        this.work = work;
        this.allowance = allowance;
        this.memory = memory;
        this.later = later;
    }

    /**
     * Takes a message, to be processed after all earlier ones.
     *
     * @return whether there was space for it
     */
    boolean take(String text) {
        synchronized (this) {
            if (dropped) {
                return true; // the connection is ending, so drop it
            }
            if (queue.size() >= MAX_MESSAGES || length + text.length() > MAX_LENGTH) {
                return false;
            }
            queue.addLast(text);
            length += text.length();
            memory.take(MemoryPool.mostOf(text));
        }
        workOff();
        return true;
    }

    /**
     * Counts input without content, a pong or an empty part of a message, as a message.
     *
     * @return whether more of it may come
     */
    boolean spend() {
        allowance.spend(1, 0);
        return allowance.messages().millisUntilAny() < MAX_DEBT;
    }

    /** Whether messages wait since the client sends more than it may. */
    synchronized boolean isWaiting() {
        return scheduled && !queue.isEmpty();
    }

    /** Drops all waiting and all further messages. */
    synchronized void drop() {
        dropped = true;
        while (!queue.isEmpty()) {
            remove();
        }
    }

    private void workOff() {
        if (!beginWorking()) {
            return; // the other thread looks at the queue once more before it ends
        }
        boolean ended = false;
        try {
            for (String text = next(); text != null; text = next()) {
                allowance.spend(Math.max(1, work.applyAsInt(text)), text.length());
            }
            ended = true;
        } finally {
            if (!ended) {
                endWorking();
            }
        }
    }

    private synchronized boolean beginWorking() {
        boolean begins = !working;
        working = true;
        return begins;
    }

    private synchronized void endWorking() {
        working = false;
    }

    /** The next message to process; null ends the loop. */
    private synchronized String next() {
        long wait = queue.isEmpty() ? 0 : allowance.millisUntilNext();
        if (!queue.isEmpty() && wait == 0) {
            return remove();
        }
        working = false;
        if (wait > 0 && !scheduled) {
            scheduled = true;
            later.accept(this::goOn, wait);
        }
        return null;
    }

    private void goOn() {
        synchronized (this) {
            scheduled = false;
        }
        workOff();
    }

    @GuardedBy("this")
    private String remove() {
        String text = queue.removeFirst();
        length -= text.length();
        memory.give(MemoryPool.mostOf(text));
        return text;
    }
}
