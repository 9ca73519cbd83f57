package org.visavis.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.visavis.protocol.ErrorCode;
import org.visavis.room.MemoryPool;
import org.visavis.room.Outbox;

/**
 * The queue of messages to one session. It cuts a client off that makes no progress for 10 s, or for which too many characters
 * wait. The limit of messages is so high that no burst reaches it. One send is in flight at a time, since Tomcat refuses a second
 * (TEXT_FULL_WRITING). Some containers complete a send within the call that starts it (Undertow does). Sending is therefore a
 * loop that a completion wakes, never a recursion.
 *
 * <pre>
 *            enqueue, flush                  completion, queue empty
 *   idle ----------------------&gt; sending ----------------------------&gt; idle
 *                                 |  ^ completion, queue not empty
 *                                 +--+
 * </pre>
 *
 * The {@link ConnectionEnd} is told when the last message has been sent, and when a send has failed or is stuck or too much
 * waits.
 *
 * <p>Thread-safe. The lock is never held while the session is called.
 */
final class SessionOutbox {
    /** How long one send may take, in milliseconds. */
    static final long MAX_SEND_TIME = 10_000;

    private final BiConsumer<String, SendHandler> sender;
    private final Executor sends;
    private final ConnectionEnd end;
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

    /** Whether the outbox takes no more messages. */
    @GuardedBy("this")
    private boolean finished;

    /** Whether nothing is to be sent any more. */
    @GuardedBy("this")
    private boolean dropped;

    /** Why the client is to be cut off, or null. */
    @GuardedBy("this")
    private CloseReason fault;

    /**
     * Creates the outbox of a session.
     *
     * @param sender starts one asynchronous send, which may complete before this returns, on any thread, or never
     * @param sends runs sends, at once or soon
     * @param end of the connection
     * @param memory of all waiting messages on this server
     * @param clock milliseconds, never running backwards
     */
    SessionOutbox(
            BiConsumer<String, SendHandler> sender,
            Executor sends,
            ConnectionEnd end,
            MemoryPool memory,
            LongSupplier clock) {
        this.sender = sender;
        this.sends = sends;
        this.end = end;
        this.memory = memory;
        this.clock = clock;
    }

    /** See {@link Outbox#enqueue}. */
    synchronized void enqueue(String text) {
        if (finished) {
            return;
        }
        queue.addLast(text);
        length += text.length();
        memory.take(MemoryPool.mostOf(text));
        if (queue.size() > Outbox.MAX_MESSAGES || length > Outbox.MAX_LENGTH) {
            fail(CloseReasons.reason(ErrorCode.TOO_SLOW));
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
        report();
    }

    /**
     * Takes a last message, and no more after it. The end is told when all has been sent.
     *
     * @param lastText sent last, with nothing between it and the close; null for none
     */
    void finish(String lastText) {
        synchronized (this) {
            if (lastText != null) {
                enqueue(lastText);
            }
            finished = true;
        }
        flush();
    }

    /** Drops what waits, and frees its memory at once. Takes no more messages. */
    synchronized void drop() {
        queue.forEach(text -> memory.give(MemoryPool.mostOf(text)));
        queue.clear();
        length = 0;
        giveBackSending(); // early, since the session is about to close; some containers never complete a send
        finished = true;
        dropped = true;
    }

    /** Cuts the client off if a send takes too long. Called once a second. */
    void cutIfStuck() {
        synchronized (this) {
            if (dropped || !inFlight || clock.getAsLong() - sentAt <= MAX_SEND_TIME) {
                return; // the usual case: every connection is asked each second
            }
            fail(CloseReasons.reason(ErrorCode.TOO_SLOW));
        }
        report();
    }

    /** For how many milliseconds the send in flight has made no progress; 0 if there is none. */
    synchronized long heldUp() {
        return inFlight && !dropped ? clock.getAsLong() - sentAt : 0;
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
            if (!result.isOK() && !dropped) {
                fail(CloseReasons.GONE);
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
    private void fail(CloseReason why) {
        drop();
        fault = why;
    }

    /** Tells the end what it should know. Not under the lock. */
    private void report() {
        CloseReason why;
        synchronized (this) {
            boolean isSent = finished && !dropped && isIdle();
            if (fault == null && !isSent) {
                return;
            }
            why = fault;
        }
        if (why != null) {
            end.cut(why);
        } else {
            end.sent();
        }
    }
}
