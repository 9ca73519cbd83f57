package org.visavis.websocket;

import java.util.function.LongSupplier;
import org.visavis.protocol.ErrorCode;

/** Whether the client of one connection is alive, by what has been heard from it. Thread-safe. */
final class Liveness {
    /** Maximum silence of a client, in milliseconds: two of its pings. With a second between two checks that is 15 s in all. */
    static final long MAX_SILENCE = 14_000;

    /**
     * Silence after which a connection is probed, in milliseconds. Our clients have pinged by then, unless their page is
     * hidden, where browsers run timers only once a minute. Clients with a protocol of their own know no ping.
     */
    static final long PROBE_AFTER = 7_000;

    private final LongSupplier clock;
    private volatile long lastHeard;

    /** When the client must have joined, in milliseconds of the clock; 0 if it need not or has. */
    private volatile long joinBy;

    private volatile boolean joined;

    /**
     * Starts with a connection that has just opened.
     *
     * @param clock milliseconds, never running backwards
     */
    Liveness(LongSupplier clock) {
        this.clock = clock;
        lastHeard = clock.getAsLong();
    }

    /** Something came from the client. */
    void heard() {
        lastHeard = clock.getAsLong();
    }

    /** Requires that the client has {@link #joined() joined} within this many milliseconds. */
    void expectJoinWithin(long milliseconds) {
        joinBy = clock.getAsLong() + milliseconds;
    }

    /** The client has joined. */
    void joined() {
        joined = true;
        joinBy = 0;
    }

    boolean hasJoined() {
        return joined;
    }

    /** What the client fails to do: it is silent, or has not joined. Null if it does what it should. */
    ErrorCode failing() {
        long now = clock.getAsLong();
        if (now - lastHeard > MAX_SILENCE) {
            return ErrorCode.SILENT;
        }
        return joinBy != 0 && now > joinBy ? ErrorCode.JOIN_TIMEOUT : null;
    }

    /** Whether the client has been silent for so long that it should be probed. */
    boolean isDoubtful() {
        return clock.getAsLong() - lastHeard > PROBE_AFTER;
    }
}
