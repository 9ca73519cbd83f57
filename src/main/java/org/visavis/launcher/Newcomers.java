package org.visavis.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The connections that are no WebSocket yet. Each takes some {@link #BYTES}, and to have many of them costs a stranger nothing: beyond
 * a number the one that has been there longest goes, as those that want something have it by then. Used by the thread that
 * accepts alone.
 */
final class Newcomers {
    /** What Tomcat keeps for one on its heap; measured. */
    private static final long BYTES = 33_000;

    /** The same over TLS. */
    private static final long TLS_BYTES = 100_000;

    /** The share of the heap that they may have. */
    private static final int SHARE_OF_HEAP = 10;

    /** However busy the server is, one has so much time; the next ones wait for being accepted meanwhile. */
    private static final long LEAST_TIME = TimeUnit.SECONDS.toNanos(1);

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    private record Newcomer(SocketWrapperBase<NioChannel> connection, long since) {
        boolean hasSettled() {
            return connection.isClosed()
                    || (connection.getCurrentProcessor() instanceof Processor processor && processor.isUpgrade());
        }
    }

    private final Deque<Newcomer> waiting = new ArrayDeque<>();
    private final long most;

    /** @param secure whether they come over TLS */
    Newcomers(boolean secure) {
        most = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / (secure ? TLS_BYTES : BYTES);
    }

    /** One has just been accepted. May wait for {@link #LEAST_TIME}. */
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
