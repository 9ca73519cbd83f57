package org.visavis.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.visavis.protocol.ErrorCode;
import org.visavis.room.MemoryPool;
import org.visavis.room.Outbox;

/**
 * The queue of messages to one session. It closes a client that makes no progress for 10 s, or for which too many characters
 * wait. The limit of messages is so high that no burst reaches it. One send is in flight at a time, since Tomcat refuses a second
 * (TEXT_FULL_WRITING). Some containers complete a send within the call that starts it (Undertow does). Sending is therefore a
 * loop that a completion wakes, never a recursion.
 *
 * <pre>
 *            enqueue, flush                  completion, queue empty
 *   idle ----------------------&gt; sending ----------------------------&gt; idle
 *                                 |  ^ completion, queue not empty
 *                                 +--+
 *   any  -- queue full, a send failed or is stuck, close() and all sent --&gt; closed
 * </pre>
 *
 * Thread-safe. The lock is never held while the session is called.
 */
final class SessionOutbox {
    /** How long one send may take, in milliseconds. */
    static final long MAX_SEND_TIME = 10_000;

    private final BiConsumer<String, SendHandler> sender;
    private final Executor sends;
    private final Consumer<CloseReason> closer;
    private final MemoryPool memory;
    private final LongSupplier clock;
    private final Runnable drain = this::drain; // created only once

    @GuardedBy("this")
    private final Deque<String> queue = new ArrayDeque<>();

    @GuardedBy("this")
    private int length;

    /** Whether a thread is in the sending loop. */
    @GuardedBy("this")
    private boolean draining;

    /** Whether the session has not yet completed the last send. */
    @GuardedBy("this")
    private boolean inFlight;

    @GuardedBy("this")
    private long sentAt;

    /** Memory that the last send holds until it is completed, in bytes. */
    @GuardedBy("this")
    private long sending;

    /** Why the session is to be closed, or null. Once this is set, the outbox takes no messages. */
    @GuardedBy("this")
    private CloseReason closeReason;

    /** Whether to close without waiting for the send in flight. */
    @GuardedBy("this")
    private boolean givenUp;

    @GuardedBy("this")
    private boolean closed;

    /**
     * Creates the outbox of a session.
     *
     * @param sender starts one asynchronous send, which may complete before this returns, on any thread, or never
     * @param sends runs sends, at once or soon
     * @param closer closes the session, on a thread of its own since that may block; called at most once
     * @param memory of all waiting messages on this server
     * @param clock milliseconds, never running backwards
     */
    SessionOutbox(
            BiConsumer<String, SendHandler> sender,
            Executor sends,
            Consumer<CloseReason> closer,
            MemoryPool memory,
            LongSupplier clock) {
        this.sender = sender;
        this.sends = sends;
        this.closer = closer;
        this.memory = memory;
        this.clock = clock;
    }

    /** See {@link Outbox#enqueue}. */
    synchronized void enqueue(String text) {
        if (closeReason != null) {
            return;
        }
        queue.addLast(text);
        length += text.length();
        memory.take(MemoryPool.mostOf(text));
        if (queue.size() > Outbox.MAX_MESSAGES || length > Outbox.MAX_LENGTH) {
            giveUp(CloseReasons.reason(ErrorCode.TOO_SLOW));
        }
    }

    /** See {@link Outbox#flush}. */
    void flush() {
        sends.execute(drain);
    }

    private void drain() {
        if (beginDraining()) {
            for (String text = next(); text != null; text = next()) {
                send(text);
            }
        }
        closeIfDue();
    }

    /**
     * Sends what waits, then closes the session. Later messages are dropped.
     *
     * @param lastText sent last, with nothing between it and the close; null for none
     */
    void close(String lastText, CloseReason reason) {
        synchronized (this) {
            if (lastText != null) {
                enqueue(lastText);
            }
            if (closeReason == null) {
                closeReason = reason;
            }
        }
        flush();
    }

    /** The session has been closed, by either side. Drops what waits. */
    synchronized void sessionClosed() {
        giveUp(CloseReasons.GONE);
        closed = true;
    }

    /** Closes the session if a send takes too long. Called once a second. */
    void closeIfStuck() {
        synchronized (this) {
            if (closed || !inFlight || clock.getAsLong() - sentAt <= MAX_SEND_TIME) {
                return; // the usual case: every connection is asked each second
            }
            giveUp(CloseReasons.reason(ErrorCode.TOO_SLOW));
        }
        closeIfDue();
    }

    /** Drops what waits and closes the session, without waiting for the send in flight. */
    void close(CloseReason reason) {
        synchronized (this) {
            if (!closed) {
                giveUp(reason);
            }
        }
        closeIfDue();
    }

    /** For how many milliseconds the send in flight has made no progress; 0 if there is none. */
    synchronized long heldUp() {
        return inFlight && !closed ? clock.getAsLong() - sentAt : 0;
    }

    /** How many messages wait, besides the one in flight. */
    synchronized int waiting() {
        return queue.size();
    }

    /** Whether no message waits and none is in flight. */
    synchronized boolean isIdle() {
        return queue.isEmpty() && !inFlight;
    }

    private synchronized boolean beginDraining() {
        boolean begins = !draining; // if not, the other thread looks at the queue once more before it ends
        draining = true;
        return begins;
    }

    /** The next text to send; null ends the loop. */
    private synchronized String next() {
        if (queue.isEmpty() || inFlight) {
            draining = false;
            return null;
        }
        inFlight = true;
        sentAt = clock.getAsLong();
        String text = queue.removeFirst();
        length -= text.length();
        sending = MemoryPool.mostOf(text);
        return text;
    }

    private void send(String text) {
        try {
            sender.accept(text, this::completed);
        } catch (RuntimeException e) { // just closed, or in a state that the container refuses
            completed(new SendResult(e));
        }
    }

    private void completed(SendResult result) {
        synchronized (this) {
            inFlight = false;
            giveBackSending();
            if (!result.isOK()) {
                giveUp(CloseReasons.GONE);
            }
        }
        drain();
    }

    @GuardedBy("this")
    private void giveBackSending() {
        memory.give(sending);
        sending = 0;
    }

    @GuardedBy("this")
    private void giveUp(CloseReason reason) {
        queue.forEach(text -> memory.give(MemoryPool.mostOf(text)));
        queue.clear();
        length = 0;
        giveBackSending(); // early, since the session is about to close; some containers never complete a send
        closeReason = reason;
        givenUp = true;
    }

    private void closeIfDue() {
        CloseReason reason;
        synchronized (this) {
            boolean due = closeReason != null && (givenUp || isIdle());
            if (closed || !due) {
                return;
            }
            closed = true;
            reason = closeReason;
        }
        closer.accept(reason);
    }
}
