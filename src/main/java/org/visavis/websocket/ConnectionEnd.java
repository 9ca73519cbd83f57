package org.visavis.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The end of one connection: it alone knows how far the end has come, whoever causes it.
 *
 * <pre>
 *             end                  sent
 *    OPEN ----------&gt; ENDING -------------&gt; CLOSING ----------&gt; CLOSED
 *      |                |                    ^   closed         ^
 *      |                |    cut             |                  |
 *      +----------------+--------------------+                  |
 *      |                |    closed                             |
 *      +----------------+---------------------------------------+
 * </pre>
 *
 * <ul>
 *   <li>OPEN: messages come and go
 *   <li>ENDING: nothing is read any more; what waits is sent, and a last message
 *   <li>CLOSING: nothing is sent any more, either; the participant leaves, then Visavis closes the session
 *   <li>CLOSED: the session is closed, says the container
 * </ul>
 *
 * <ul>
 *   <li><em>end</em>: an error of the client, a goodbye
 *   <li><em>sent</em>: all has been sent
 *   <li><em>cut</em>: without waiting for that, since the client does not read, a send has failed, or memory is short
 *   <li><em>closed</em>: by the client, by Visavis, or by a container that stops. It may come at any time, late, or never: Jetty
 *       reports it late if nobody reads
 * </ul>
 *
 * <p>Thread-safe. The lock is never held while anything else is called.
 */
final class ConnectionEnd {

    /** How a participant leaves when its connection ends. */
    interface Departure {
        /**
         * Lets the participant leave.
         *
         * @param resumable whether it may come back
         */
        void leave(boolean resumable);
    }

    private enum State {
        OPEN,
        ENDING,
        CLOSING,
        CLOSED
    }

    private final Executor blocking;
    private final Consumer<CloseReason> closer;

    private volatile Consumer<CloseReason> whenCut = why -> {};
    private volatile State state = State.OPEN;

    /** Why Visavis closes the session. */
    @GuardedBy("this")
    private CloseReason reason;

    @GuardedBy("this")
    private boolean resumable = true;

    /** Null if nobody has joined, or has left. */
    @GuardedBy("this")
    private Departure departure;

    /**
     * @param blocking runs what may block
     * @param closer closes the session; called at most once
     */
    ConnectionEnd(Executor blocking, Consumer<CloseReason> closer) {
        this.blocking = blocking;
        this.closer = closer;
    }

    /** Sets who is told why the connection is {@link #cut}. */
    void whenCut(Consumer<CloseReason> telling) {
        whenCut = telling;
    }

    /** Whether the end has not begun. */
    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Sets how the participant leaves: once, before the session is closed if Visavis closes it. At once if it is too late. */
    void whenLeaving(Departure leaving) {
        boolean mayResume;
        synchronized (this) {
            if (state == State.OPEN || state == State.ENDING) {
                departure = leaving;
                return;
            }
            mayResume = resumable;
        }
        leaving.leave(mayResume);
    }

    /**
     * Begins the end, unless it has begun.
     *
     * @param mayResume whether the participant may come back
     * @return whether it begins with this
     */
    synchronized boolean end(CloseReason why, boolean mayResume) {
        if (state != State.OPEN) {
            return false;
        }
        state = State.ENDING;
        reason = why;
        resumable = mayResume;
        return true;
    }

    /** All has been sent. */
    void sent() {
        synchronized (this) {
            if (state != State.ENDING) {
                return;
            }
            state = State.CLOSING;
        }
        blocking.execute(this::close);
    }

    /** Closes the session without waiting for anything, unless that is under way. */
    void cut(CloseReason why) {
        synchronized (this) {
            if (state != State.OPEN && state != State.ENDING) {
                return;
            }
            state = State.CLOSING;
            reason = why;
        }
        whenCut.accept(why);
        blocking.execute(this::close);
    }

    /** The session is closed. */
    void closed(CloseReason reported) {
        synchronized (this) {
            boolean isByClient = state != State.CLOSING || departure != null;
            if (isByClient && isLeaving(reported)) {
                resumable = false;
            }
            state = State.CLOSED;
        }
        depart();
    }

    /** Whether the client leaves for good. A browser sends these codes when its page is closed (RFC 6455, section 7.4.1). */
    private static boolean isLeaving(CloseReason reported) {
        int code = reported.getCloseCode().getCode();
        return code == CloseCodes.NORMAL_CLOSURE.getCode() || code == CloseCodes.GOING_AWAY.getCode();
    }

    private void close() {
        depart();
        CloseReason why;
        synchronized (this) {
            why = reason;
        }
        closer.accept(why);
    }

    private void depart() {
        Departure due;
        boolean mayResume;
        synchronized (this) {
            due = departure;
            departure = null;
            mayResume = resumable;
        }
        if (due != null) {
            due.leave(mayResume);
        }
    }
}
