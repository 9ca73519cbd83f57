package org.visavis.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;
import org.visavis.access.TokenBucket;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ProtocolException;
import org.visavis.protocol.ServerMessage;
import org.visavis.room.Outbox;

/**
 * One WebSocket connection of either endpoint: tells the client what is wrong, watches that it is alive, and ends the
 * connection if not. The container's threads call it, and once a second {@link ConnectionRegistry}.
 */
final class Connection implements Outbox {
    private static final Logger LOG = System.getLogger(Connection.class.getName());

    /** Numbers connections in the order of opening in this JVM. Containers number sessions differently, some starting anew. */
    private static final AtomicLong LOCAL_COUNTER = new AtomicLong();

    /**
     * How many errors a client is told in a burst. An error is longer than its cause, so more would make others wait. Honest
     * pages cause some, when candidates are on their way to somebody who leaves.
     */
    static final int MAX_ERRORS = 100;

    /** How many errors per second a client is told in the long run. */
    static final int ERRORS_A_SECOND = 10;

    /**
     * The executors of a connection.
     *
     * @param blocking runs what may block: closing, probing
     * @param sends runs sends, at once or soon
     * @param later runs a task after a number of milliseconds
     */
    record Threads(Executor blocking, Executor sends, ObjLongConsumer<Runnable> later) {}

    private final long localNumber = LOCAL_COUNTER.incrementAndGet();
    private final Session session;
    private final ConnectionEnd end;
    private final Executor blocking;
    private final Liveness liveness;
    private final Function<ServerMessage, String> notices;
    private final SessionOutbox outbox;
    private final TokenBucket errors;
    private final Reception reception;
    private final Traffic traffic;

    private volatile Consumer<ErrorCode> refusal = code -> {};

    /**
     * Creates the connection of a session that has just opened.
     *
     * @param threads run what the container's threads must not
     * @param clock milliseconds, never running backwards
     * @param notices encodes a message of the server's own, or returns null if clients of this kind get none
     * @param traffic how much the client may send, and the memory of all waiting messages
     */
    Connection(
            Session session,
            Threads threads,
            LongSupplier clock,
            Function<ServerMessage, String> notices,
            Traffic traffic) {
        this.session = session;
        this.blocking = threads.blocking();
        this.notices = notices;
        this.errors = new TokenBucket(MAX_ERRORS, ERRORS_A_SECOND, clock);
        this.traffic = traffic;
        this.end = new ConnectionEnd(blocking, this::closeSession);
        this.end.whenCut(traffic::cut);
        var sender = traffic.sender(session.getAsyncRemote()::sendText);
        this.outbox = new SessionOutbox(sender, threads.sends(), end, traffic.memory(), clock);
        this.reception = new Reception(end, traffic, clock, threads.later(), this::fail);
        this.liveness = reception.liveness();
    }

    @Override
    public String address() {
        return handshake().access().address();
    }

    @Override
    public void enqueue(String text) {
        outbox.enqueue(text);
    }

    @Override
    public void flush() {
        outbox.flush();
        traffic.relieve();
    }

    @Override
    public void end(ErrorCode reason) {
        fail(new ProtocolException(reason));
    }

    /** The session is closed, says the container. */
    void closed(CloseReason reported) {
        outbox.drop();
        reception.drop();
        end.closed(reported);
    }

    /** The number of this connection, greater than that of every earlier one on this node. */
    long localNumber() {
        return localNumber;
    }

    /** Who opened this connection. */
    Handshake handshake() {
        return EndpointConfigurator.handshakeOf(session);
    }

    /** What comes from the client. */
    Reception reception() {
        return reception;
    }

    /** Whether its end has not begun. */
    boolean isOpen() {
        return end.isOpen();
    }

    /** See {@link ConnectionEnd#whenLeaving}. */
    void whenLeaving(ConnectionEnd.Departure departure) {
        end.whenLeaving(departure);
    }

    /** See {@link Liveness#expectJoinWithin}. */
    void expectJoinWithin(long milliseconds) {
        liveness.expectJoinWithin(milliseconds);
    }

    /** Sets who is told with which error the connection ends before the client has joined. */
    void whenRefused(Consumer<ErrorCode> telling) {
        refusal = telling;
    }

    /** The client has joined. */
    void joined() {
        liveness.joined();
    }

    /** Reports an error that is not about one readable message. */
    void fail(ProtocolException error) {
        fail(error, null);
    }

    /** Tells the client what is wrong with which message, and ends the connection if that kind of error does. */
    void fail(ProtocolException error, ServerMessage.About about) {
        if (end.isOpen()) {
            traffic.failed(error.code(), address());
        }
        ServerMessage notice = ServerMessage.Error.of(error, about);
        ErrorCode code = error.code();
        if (code.closes()) {
            boolean isRefused = !liveness.hasJoined() || code.refusesNewcomers();
            if (end(notice, CloseReasons.reason(code), code.resumable()) && isRefused) {
                refusal.accept(code);
            }
        } else if (errors.take(1)) {
            notify(notice);
        } else {
            fail(new ProtocolException(ErrorCode.TOO_MANY_ERRORS));
        }
    }

    /**
     * Sends what waits and a last message, if clients of this kind get any, and ends the connection.
     *
     * @return whether it was open
     */
    boolean end(ServerMessage last, CloseReason reason, boolean resumable) {
        boolean begins = end.end(reason, resumable);
        if (begins) {
            reception.dropMessages();
            outbox.finish(last == null ? null : notices.apply(last));
        }
        return begins;
    }

    /** How many messages wait to be sent. */
    int waiting() {
        return outbox.waiting();
    }

    /** Whether the client sends more than it may. */
    boolean isTooFast() {
        return reception.isTooFast();
    }

    /** For how many milliseconds something has waited here without any progress. */
    long heldUp() {
        return Math.max(outbox.heldUp(), reception.heldUp());
    }

    /** Cuts the client off for the sake of others, and frees its waiting messages at once. */
    void cut() {
        ErrorCode reason = outbox.heldUp() > 0 ? ErrorCode.TOO_SLOW : ErrorCode.SERVER_FULL;
        reception.drop();
        outbox.drop();
        end.cut(CloseReasons.reason(reason));
    }

    /** Sends a message of the server's own, if clients of this kind get any. */
    void notify(ServerMessage message) {
        String text = notices.apply(message);
        if (text != null) {
            outbox.enqueue(text);
            outbox.flush();
        }
    }

    /** Ends the connection if the client is silent, has not joined or does not read. Probes it after some silence. */
    void check() {
        ErrorCode failing = end.isOpen() ? liveness.failing() : null;
        if (failing != null) {
            fail(new ProtocolException(failing));
            return;
        }
        outbox.cutIfStuck();
        if (end.isOpen() && liveness.isDoubtful() && outbox.isIdle()) {
            // Tomcat's ping would block behind a send in flight; the outbox watches that send.
            blocking.execute(this::ping);
        }
    }

    /** Probes the client. Every WebSocket client answers a ping by itself (RFC 6455, section 5.5.2). */
    private void ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException e) {
            end(null, CloseReasons.GONE, true); // already closed, or broken
        }
    }

    @Override
    public String toString() {
        return "#" + localNumber;
    }

    private void closeSession(CloseReason reason) {
        try {
            session.close(reason);
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "A connection could not be closed in order.", e);
        }
    }
}
