package org.visavis.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The connections that are not WebSockets yet. Each takes some {@link #BYTES}, and opening many costs a stranger nothing. So
 * their number is limited, and beyond it the oldest is cut off: a real client has got its answer by then. Connections over
 * HTTP/2 never become WebSockets, and stay newcomers. Only the acceptor thread uses this.
 */
final class Newcomers {
    /** What Tomcat keeps on the heap for one connection, in bytes; measured. */
    private static final long BYTES = 33_000;

    /** The same over TLS; up to 250,000 if it has as many requests over HTTP/2 as it may, which few have. */
    private static final long TLS_BYTES = 150_000;

    /** Those of one endpoint may use one part in so many of the heap; there are two endpoints. */
    private static final int SHARE_OF_HEAP = 20;

    /** The time that each has, however busy the server is. Meanwhile further clients wait to be accepted. */
    private static final long LEAST_TIME = TimeUnit.SECONDS.toNanos(1);

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    private record Newcomer(SocketWrapperBase<NioChannel> connection, long since) {
        boolean hasSettled() {
            return connection.isClosed() || GuardedEndpoint.isWebSocket(connection);
        }
    }

    private final Deque<Newcomer> waiting = new ArrayDeque<>();
    private final long most;

    /** @param secure whether they use TLS */
    Newcomers(boolean secure) {
        most = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / (secure ? TLS_BYTES : BYTES);
    }

    /** Adds a connection that was just accepted. May wait for {@link #LEAST_TIME}. */
    void add(SocketWrapperBase<NioChannel> connection) {
        waiting.add(new Newcomer(connection, System.nanoTime()));
        while (!waiting.isEmpty() && waiting.peek().hasSettled()) {
            waiting.remove();
        }
        while (waiting.size() > most && !waiting.removeIf(Newcomer::hasSettled)) {
            if (System.nanoTime() - waiting.peek().since() >= LEAST_TIME) {
                Requests.cutOff(waiting.remove().connection());
            } else {
                LockSupport.parkNanos(PAUSE);
            }
        }
    }
}
