package org.visavis.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ObjLongConsumer;
import java.util.function.ToIntFunction;
import org.visavis.room.MemoryPool;
import org.visavis.room.Outbox;

/**
 * The queue behind one session: what its client says faster than it may waits here, so that those who read what it says are
 * not the ones who go. Mostly empty, and what comes is worked on at once, by the thread that brings it; the rest in the same
 * order when it is time, by another.
 *
 * <p>Safe for use by many threads; one works at a time. The lock is never held meanwhile.
 */
final class Inbox {
    /** Another second or two of what a connection may say in the long run. */
    static final int MAX_MESSAGES = 4 * 1024;

    /** In UTF-16 code units, over all that wait. */
    static final int MAX_LENGTH = Outbox.MAX_LENGTH;

    /** In milliseconds: what is said never takes so long to earn, what says nothing may. */
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

    /** Whether a thread will come. */
    @GuardedBy("this")
    private boolean scheduled;

    @GuardedBy("this")
    private boolean closed;

    /**
     * Behind a session.
     *
     * @param work works on a message, and tells to how many it has passed that on
     * @param memory of all that waits on this server
     * @param later runs something after so many milliseconds
     */
    Inbox(ToIntFunction<String> work, SendAllowance allowance, MemoryPool memory, ObjLongConsumer<Runnable> later) {
        this.work = work;
        this.allowance = allowance;
        this.memory = memory;
        this.later = later;
    }

    /**
     * Takes a message, to be worked on after all before it.
     *
     * @return whether there was place for it
     */
    boolean take(String text) {
        synchronized (this) {
            if (closed) {
                return true; // nobody wants to know any more
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
     * Counts what says nothing, a pong or an empty part of a message, as a message.
     *
     * @return whether more of that may come
     */
    boolean spend() {
        allowance.spend(1, 0);
        return allowance.millisUntilNext() < MAX_DEBT;
    }

    /** Whether its client says more than it may. */
    synchronized boolean isWaiting() {
        return scheduled && !queue.isEmpty();
    }

    /** Drops what waits, and what comes. */
    synchronized void close() {
        closed = true;
        while (!queue.isEmpty()) {
            remove();
        }
    }

    private void workOff() {
        if (!beginWorking()) {
            return; // that loop looks at the queue once more before it ends
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

    /** The next message to work on; null ends the loop. */
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
