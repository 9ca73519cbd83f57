package org.visavis.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.visavis.access.AccessDecision;
import org.visavis.access.AccessPolicy;
import org.visavis.access.Identity;
import org.visavis.log.OncePerMinute;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ProtocolException;
import org.visavis.protocol.ServerMessage;
import org.visavis.settings.ServerLimits;

/**
 * All open connections, and a few threads that do what may block. All end with {@link #close()}, which says goodbye to the
 * clients first.
 */
public final class ConnectionRegistry implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ConnectionRegistry.class.getName());

    /** So many clients at once may take their {@link #MAX_BLOCKING_TIME} without holding up the others. */
    private static final int BLOCKING_THREADS = 4;

    /**
     * How long Tomcat may block in a close or a ping to a client that does not read, in milliseconds; else 20 s. Short, since
     * few threads do that; not shorter, since a busy computer may let a thread wait for so long.
     */
    private static final long MAX_BLOCKING_TIME = 500;

    /** How long Tomcat goes on reading from who does not answer a close, in milliseconds; else 30 s. */
    private static final long MAX_CLOSING_TIME = 3_000;

    /** How long an idle connection lives as far as the container is concerned; ours end after a quarter of it. */
    private static final long CONTAINER_IDLE_TIMEOUT = 4 * Connection.MAX_SILENCE;

    /** How long clients have to take the goodbye, in milliseconds. */
    private static final long GOODBYE_TIME = 3_000;

    /** What clients that speak our protocol are told when the server stops. */
    public static final ServerMessage GOODBYE = new ServerMessage.Closing("rejoin", "The server is shutting down.");

    private static final CloseReason GONE = CloseReasons.GONE; // loaded with this class, for the sake of Open Liberty

    private static final String KEY = Connection.class.getName();

    private final AccessPolicy policy;
    private final ServerLimits limits;
    private final LongSupplier clock;
    private final OncePerMinute fullness;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor blocking;
    private final ScheduledThreadPoolExecutor pacing;
    private final Connection.Threads forConnections;
    private final Traffic traffic;
    private volatile boolean closing;

    /**
     * Without any connection.
     *
     * @param policy says who may stay
     * @param limits what all of them together may hold
     * @param sends runs what sends, at once or soon
     * @param clock milliseconds, never running backwards
     */
    public ConnectionRegistry(AccessPolicy policy, ServerLimits limits, Executor sends, LongSupplier clock) {
        this.policy = policy;
        this.limits = limits;
        this.clock = clock;
        fullness = new OncePerMinute(LOG, Level.WARNING, clock);
        blocking = new ThreadPoolExecutor(
                BLOCKING_THREADS,
                BLOCKING_THREADS,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> daemon(task, "visavis-closing"),
                (task, ended) -> task.run()); // who connects after the end is sent away by the container's thread
        pacing = new ScheduledThreadPoolExecutor(
                1, task -> daemon(task, "visavis-pacing"), new ThreadPoolExecutor.DiscardPolicy());
        forConnections = new Connection.Threads(blocking, sends, this::later);
        OncePerMinute warning = new OncePerMinute(LOG, Level.WARNING, clock);
        traffic = new Traffic(open, limits, clock, warning);
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void later(Runnable task, long milliseconds) {
        pacing.schedule(() -> runOrReport(task), milliseconds, TimeUnit.MILLISECONDS);
    }

    /** The executor would keep an error to itself; with {@code java -jar} it ends the process. */
    private static void runOrReport(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    /**
     * Takes a session under care until it is {@link #remove removed}. One that may not stay is {@link Connection#isEnding
     * ending} already.
     *
     * @param notices the text of a message of the server's own, or null where clients get none
     */
    Connection add(Session session, Function<ServerMessage, String> notices) {
        session.setMaxIdleTimeout(CONTAINER_IDLE_TIMEOUT); // Jetty's default is 30 s
        session.getUserProperties().put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", MAX_BLOCKING_TIME);
        session.getUserProperties().put("org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT", MAX_CLOSING_TIME);
        Connection connection = new Connection(session, forConnections, clock, notices, traffic);
        session.getUserProperties().put(KEY, connection);
        if (connection.handshake().session() != null) {
            HttpSessionKeepAlive.take(connection.handshake().session());
        }
        open.add(connection);
        if (closing) {
            connection.end(GOODBYE, GONE);
        } else if (open.size() > limits.connections()) {
            fullness.log("All connections are taken (" + limits.connections()
                    + ", visavis.connections); whoever comes is sent away.");
            connection.fail(new ProtocolException(ErrorCode.SERVER_FULL));
        } else if (policy.decide(connection.handshake().access()) instanceof AccessDecision.Refuse refusal) {
            connection.fail(new ProtocolException(refusal.code()));
        }
        return connection;
    }

    /**
     * As whom somebody joins over a connection.
     *
     * @throws ProtocolException where the policy refuses
     */
    Identity admit(Connection connection, ClientMessage.Join join) {
        AccessDecision decision = policy.decide(connection.handshake().access().with(join));
        if (decision instanceof AccessDecision.Refuse refusal) {
            throw new ProtocolException(refusal.code());
        }
        return ((AccessDecision.Admit) decision).identity();
    }

    /** Ends the connections that are dead. Called once a second. */
    public void check() {
        for (Connection connection : open) {
            try {
                connection.check();
            } catch (RuntimeException e) { // else those behind it would not be checked
                LOG.log(Level.ERROR, "A connection could not be checked.", e);
            }
        }
    }

    /** Whether clients may connect; not any more from the first moment of {@link #close} on. */
    public boolean isOpen() {
        return !closing;
    }

    /** What {@link #add} made of a session. */
    static Connection of(Session session) {
        return (Connection) session.getUserProperties().get(KEY);
    }

    /** The session has been closed. */
    void remove(Connection connection) {
        connection.sessionClosed();
        if (connection.handshake().session() != null) {
            HttpSessionKeepAlive.release(connection.handshake().session());
        }
        synchronized (this) {
            open.remove(connection);
            notifyAll();
        }
    }

    /** Says goodbye to all clients, waits a little for them to take it, and ends the threads. Does it once. */
    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        open.forEach(connection -> connection.end(GOODBYE, GONE));
        awaitNone();
        pacing.shutdownNow();
        blocking.shutdownNow();
        awaitThreads();
    }

    private synchronized void awaitNone() {
        long until = clock.getAsLong() + GOODBYE_TIME;
        try {
            for (long left = GOODBYE_TIME; left > 0 && !open.isEmpty(); left = until - clock.getAsLong()) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Containers look for threads of the application as soon as it has stopped, and call them leaks. An executor says that
     * it has ended a moment before its threads have.
     */
    private void awaitThreads() {
        try {
            for (Thread thread : threads) {
                thread.join(MAX_BLOCKING_TIME);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        threads.add(thread);
        return thread;
    }
}
