package org.visavis.launcher;

import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * A connection that the poller thread reads itself, see {@link InlineEndpoint}. The poller reads it in turns, so that no client
 * keeps it from the others. Methods are called under the connection's lock unless they say otherwise.
 */
interface PolledChannel {
    /**
     * How many bytes are read in one turn before the next connection has its turn. Also the most that a TLS record holds
     * (RFC 8446, section 5.1).
     */
    int SHARE_BYTES = 16_384;

    /** How long one turn lasts at most, in nanoseconds. */
    long SHARE_TIME = TimeUnit.MILLISECONDS.toNanos(1);

    /** Begins a turn, to which all reads belong until {@link #end}. */
    void begin();

    /** Ends the turn. Returns whether data was received and not handled, which the selector would not report again. */
    boolean end();

    /** Marks a connection that was read before the poller came to it. Only the poller thread uses it, without the lock. */
    Mark readAhead();

    /** Names a connection. Tomcat reuses channels, so a mere flag might belong to the connection before. */
    final class Mark {
        private SocketWrapperBase<?> marked;

        void set(SocketWrapperBase<?> connection) {
            marked = connection;
        }

        boolean is(SocketWrapperBase<?> connection) {
            return marked == connection;
        }

        /** Clears the mark. Returns whether it named this connection. */
        boolean take(SocketWrapperBase<?> connection) {
            boolean was = is(connection);
            marked = null;
            return was;
        }
    }
}
