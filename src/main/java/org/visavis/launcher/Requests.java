package org.visavis.launcher;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The connections that threads of the pool are busy with. A thread here waits for nothing but a client, so a connection that
 * takes too long has a client that sends or reads too slowly. It is cut off, and much sooner if many threads are busy. So
 * there are always threads for the page, new connections and health checks. Safe for use by many threads.
 */
final class Requests {
    /** How long one thread may be busy with one request. */
    private static final long MOST_TIME = TimeUnit.SECONDS.toNanos(10);

    /** The same while more than {@link #many} threads are busy. Handing a file of the page to the system takes far less. */
    private static final long MOST_TIME_OF_MANY = TimeUnit.SECONDS.toNanos(1);

    private record Busy(SocketWrapperBase<?> connection, long since) {}

    /** By thread: over HTTP/2, several threads are busy with one connection. */
    private final Map<Thread, Busy> begun = new ConcurrentHashMap<>();

    private final int many;

    /** @param threads the size of the pool; half of them are a reserve */
    Requests(int threads) {
        this.many = threads / 2;
    }

    /** The current thread is busy with a connection from now on. */
    void begin(SocketWrapperBase<?> connection) {
        begun.put(Thread.currentThread(), new Busy(connection, System.nanoTime()));
    }

    /** The current thread is done. */
    void end() {
        begun.remove(Thread.currentThread());
    }

    /** Cuts off connections that take too long. Called once a second. */
    void check() {
        long most = begun.size() > many ? MOST_TIME_OF_MANY : MOST_TIME;
        long now = System.nanoTime();
        begun.values().stream().filter(busy -> now - busy.since() > most).forEach(busy -> cutOff(busy.connection()));
    }

    /** Shuts a socket down, so that the thread which uses it sees its end. Tomcat's close would take its buffers away. */
    static void cutOff(SocketWrapperBase<?> connection) {
        try {
            ((NioChannel) connection.getSocket()).getIOChannel().shutdownInput().shutdownOutput();
        } catch (IOException | RuntimeException e) {
            // The connection was closed meanwhile, and Tomcat has replaced its socket by another object.
        }
    }
}
