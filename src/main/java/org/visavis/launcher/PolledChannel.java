package org.visavis.launcher;

import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * What the poller thread asks of a connection that it reads itself, see {@link InlineEndpoint}. Called under the connection's
 * lock where nothing else is said.
 */
interface PolledChannel {
    /**
     * What is read of one connection before it is another's turn, in bytes; also the most that a TLS record holds (RFC 8446,
     * section 5.1).
     */
    int SHARE_BYTES = 16_384;

    /** The same in time, in nanoseconds. */
    long SHARE_TIME = TimeUnit.MILLISECONDS.toNanos(1);

    /** From here to {@link #end} reads are those of one turn. */
    void begin();

    /** The turn is over. Returns whether more has come than was read, of which the poller would not hear. */
    boolean end();

    /** Whether a connection has been read before the poller came to it. Of the poller thread alone. */
    Mark readAhead();

    /** Names a connection, as Tomcat uses a channel again for another one: a mere flag might have been meant for that before. */
    final class Mark {
        private SocketWrapperBase<?> marked;

        void set(SocketWrapperBase<?> connection) {
            marked = connection;
        }

        boolean is(SocketWrapperBase<?> connection) {
            return marked == connection;
        }

        /** Whether it was this one. */
        boolean take(SocketWrapperBase<?> connection) {
            boolean was = is(connection);
            marked = null;
            return was;
        }
    }
}
