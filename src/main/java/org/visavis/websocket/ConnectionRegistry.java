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
import org.visavis.access.AccessRequest;
import org.visavis.log.OncePerMinute;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ProtocolException;
import org.visavis.protocol.ServerMessage;
import org.visavis.room.RoomListener;
import org.visavis.room.RoomListener.Refusal;
import org.visavis.room.Rooms;
import org.visavis.settings.ServerLimits;
import org.visavis.threads.ReportingTask;

/** All open connections, and a few threads for what may block. {@link #close()} says goodbye to the clients, then ends all. */
public final class ConnectionRegistry implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ConnectionRegistry.class.getName());

    /** This many clients at once may take their {@link #MAX_BLOCKING_TIME} without delaying the others. */
    private static final int BLOCKING_THREADS = 4;

    /**
     * How long Tomcat may block in a close or a ping to a client that does not read, in milliseconds; its default is 20 s.
     * It is short since few threads do that. It is not shorter since a busy computer may keep a thread waiting that long.
     */
    private static final long MAX_BLOCKING_TIME = 500;

    /** How long Tomcat reads on from a client that does not answer a close, in milliseconds; its default is 30 s. */
    private static final long MAX_CLOSING_TIME = 3_000;

    /** The container's idle timeout, in milliseconds. Visavis itself ends a silent connection after a quarter of it. */
    private static final long CONTAINER_IDLE_TIMEOUT = 4 * Liveness.MAX_SILENCE;

    /** How long clients have to receive the goodbye, in milliseconds. */
    private static final long GOODBYE_TIME = 3_000;

    /** What clients of our protocol are told when the server stops. */
    public static final ServerMessage GOODBYE = new ServerMessage.Closing("rejoin", "The server is shutting down.");

    // Loaded with this class, since Open Liberty deletes an application before it stops it.
    private static final CloseReason GONE = CloseReasons.GONE;

    private static final String KEY = Connection.class.getName();

    private final AccessPolicy policy;
    private final ServerLimits limits;
    private final LongSupplier clock;
    private final RoomListener listener;
    private final OncePerMinute fullness;
    private final OncePerMinute failures;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor blocking;
    private final ScheduledThreadPoolExecutor pacing;
    private final Connection.Threads forConnections;
    private final Traffic traffic;
    private volatile boolean closing;

    /**
     * Starts without any connection.
     *
     * @param policy decides who may stay
     * @param limits of all connections together
     * @param sends runs sends, at once or soon
     * @param clock milliseconds, never running backwards
     * @param listener is told who is refused
     */
    public ConnectionRegistry(
            AccessPolicy policy, ServerLimits limits, Executor sends, LongSupplier clock, RoomListener listener) {
        this.listener = listener;
        this.policy = policy;
        this.limits = limits;
        this.clock = clock;
        fullness = new OncePerMinute(LOG, Level.WARNING, clock);
        failures = new OncePerMinute(LOG, Level.ERROR, clock);
        blocking = new ThreadPoolExecutor(
                BLOCKING_THREADS,
                BLOCKING_THREADS,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> daemon(task, "visavis-closing"),
                (task, ended) -> task.run()); // after the end the container's thread closes a new connection
        pacing = new ScheduledThreadPoolExecutor(
                1, task -> daemon(task, "visavis-pacing"), new ThreadPoolExecutor.DiscardPolicy());
        forConnections = new Connection.Threads(blocking, sends, this::later);
        OncePerMinute warning = new OncePerMinute(LOG, Level.WARNING, clock);
        traffic = new Traffic(open, limits, clock, warning, listener);
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void later(Runnable task, long milliseconds) {
        pacing.schedule(new ReportingTask(task, failures), milliseconds, TimeUnit.MILLISECONDS);
    }

    /**
     * Takes a session under care until it is {@link #closed}. A connection that may not stay is no longer {@link
     * Connection#isOpen open}.
     *
     * @param notices encodes a message of the server's own, or returns null if clients of this kind get none
     */
    Connection add(Session session, Function<ServerMessage, String> notices) {
        session.setMaxIdleTimeout(CONTAINER_IDLE_TIMEOUT); // Jetty's default is 30 s
        session.getUserProperties().put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", MAX_BLOCKING_TIME);
        session.getUserProperties().put("org.apache.tomcat.websocket.SESSION_CLOSE_TIMEOUT", MAX_CLOSING_TIME);
        Connection connection = new Connection(session, forConnections, clock, notices, traffic);
        session.getUserProperties().put(KEY, connection);
        connection.whenRefused(code -> refused(session, connection.handshake(), code));
        if (connection.handshake().session() != null) {
            HttpSessionKeepAlive.take(connection.handshake().session());
        }
        open.add(connection);
        if (closing) {
            connection.end(GOODBYE, GONE, true);
        } else if (open.size() > limits.connections()) {
            fullness.log("All connections are taken (" + limits.connections()
                    + ", visavis.connections); whoever comes is sent away.");
            connection.fail(new ProtocolException(ErrorCode.SERVER_FULL));
        } else if (!policy.mayBringToken()
                && policy.decide(connection.handshake().access()) instanceof AccessDecision.Refuse refusal) {
            connection.fail(new ProtocolException(refusal.code()));
        }
        return connection;
    }

    private void refused(Session session, Handshake handshake, ErrorCode code) {
        String room = Rooms.keyIfValid(session.getPathParameters().get("room"));
        LOG.log(
                Level.DEBUG,
                () -> "room %s: refused %s with %s"
                        .formatted(room == null ? "?" : room, handshake.caller(), code.code()));
        AccessRequest asked = handshake.access();
        listener.refused(new Refusal(code.code(), room, asked.user(), asked.address(), asked.origin()));
    }

    /**
     * Decides whether somebody may enter a room over a connection.
     *
     * @param join null if clients of this kind send none
     */
    AccessDecision decide(Connection connection, String room, ClientMessage.Join join) {
        return policy.decide(connection.handshake().access().about(room).with(join));
    }

    /** Ends a connection whose client the policy has refused; about is which message, or null. */
    void refuse(Connection connection, AccessDecision.Refuse refusal, ServerMessage.About about) {
        Runnable refusing = () -> connection.fail(new ProtocolException(refusal.code()), about);
        if (refusal.after() > 0) {
            later(refusing, refusal.after());
        } else {
            refusing.run();
        }
    }

    /** Ends dead connections. Called once a second. */
    public void check() {
        for (Connection connection : open) {
            try {
                connection.check();
            } catch (RuntimeException e) { // or the connections after it would not be checked
                LOG.log(Level.ERROR, "A connection could not be checked.", e);
            }
        }
    }

    /** Whether clients may connect; false as soon as {@link #close} begins. */
    public boolean isOpen() {
        return !closing;
    }

    /** How many connections are open. */
    public int size() {
        return open.size();
    }

    /** How many messages wait to be sent. */
    public long waiting() {
        return traffic.waiting();
    }

    /** Memory of all messages that wait, in bytes, as the server estimates it. */
    public long waitingMemory() {
        return traffic.memory().used();
    }

    /** The time of the clock, in milliseconds. */
    long now() {
        return clock.getAsLong();
    }

    /** A message can be read; null is the type of those that have none. */
    void received(Class<? extends ClientMessage> type, String text) {
        listener.received(type, text.length());
    }

    /** A client is in a room whose connection was opened at this time. */
    void welcomed(long openedAt) {
        listener.welcomed(now() - openedAt);
    }

    /** The connection that {@link #add} made of a session. */
    static Connection of(Session session) {
        return (Connection) session.getUserProperties().get(KEY);
    }

    /** The session of a connection is closed, says the container. */
    void closed(Connection connection, CloseReason reported) {
        connection.closed(reported);
        if (connection.handshake().session() != null) {
            HttpSessionKeepAlive.release(connection.handshake().session());
        }
        synchronized (this) {
            open.remove(connection);
            notifyAll();
        }
    }

    /** Says goodbye to all clients, waits a little for them to receive it, and ends the threads. A second call does nothing. */
    @Override
    public void close() {
        if (closing) {
            return;
        }
        closing = true;
        open.forEach(connection -> connection.end(GOODBYE, GONE, true));
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
     * Waits until the threads have ended. Containers look for threads of the application as soon as it has stopped, and call
     * them leaks. An executor reports its end a moment before its threads end.
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
