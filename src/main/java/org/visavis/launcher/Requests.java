package org.visavis.launcher;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The connections that threads of the pool are busy with. A thread has nothing to wait for here but a client: one that sends or
 * reads too slowly is cut off, and much sooner where many are. So the page, new connections and questions about the server's
 * health find a thread. Safe for use by many threads.
 */
final class Requests {
    /** How long one thread may be busy with one request. */
    private static final long MOST_TIME = TimeUnit.SECONDS.toNanos(10);

    /** The same while {@link #many} threads are busy: what the page loads is passed to the system in far less. */
    private static final long MOST_TIME_OF_MANY = TimeUnit.SECONDS.toNanos(1);

    private final Map<SocketWrapperBase<NioChannel>, Long> begun = new ConcurrentHashMap<>();
    private final int many;

    /** @param threads that there can be; half of them are a reserve */
    Requests(int threads) {
        this.many = threads / 2;
    }

    void begin(SocketWrapperBase<NioChannel> connection) {
        begun.put(connection, System.nanoTime());
    }

    void end(SocketWrapperBase<NioChannel> connection) {
        begun.remove(connection);
    }

    /** Cuts off those who take too long. Called once a second. */
    void check() {
        long most = begun.size() > many ? MOST_TIME_OF_MANY : MOST_TIME;
        long now = System.nanoTime();
        begun.forEach((connection, since) -> {
            if (now - since > most) {
                cutOff(connection);
            }
        });
    }

    /** Lets whoever is busy with a connection find its end. Tomcat's own close would take from under them what they work with. */
    static void cutOff(SocketWrapperBase<NioChannel> connection) {
        try {
            connection.getSocket().getIOChannel().shutdownInput().shutdownOutput();
        } catch (IOException | RuntimeException e) {
            // it has been closed meanwhile, and Tomcat has put another object in the place of its socket
        }
    }
}
