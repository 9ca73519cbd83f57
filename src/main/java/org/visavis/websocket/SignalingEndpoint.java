package org.visavis.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.function.BiFunction;
import org.visavis.access.AccessDecision;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.MessageCodec;
import org.visavis.protocol.ProtocolException;
import org.visavis.protocol.ServerMessage;
import org.visavis.protocol.ServerMessage.IceConfiguration;
import org.visavis.room.Arrival;
import org.visavis.room.LeaveReason;
import org.visavis.room.Room;
import org.visavis.room.Rooms;
import org.visavis.room.Seat;

/**
 * The protocol of PROTOCOL.md at {@code /signaling/{room}}: an adapter between one WebSocket and the {@link Rooms}. The
 * container creates one for each connection and calls it on its own threads. The close may come while a message is still
 * being processed.
 */
@ServerEndpoint(value = "/signaling/{room}", subprotocols = "visavis.v1", configurator = EndpointConfigurator.class)
public class SignalingEndpoint {
    private static final Logger LOG = System.getLogger(SignalingEndpoint.class.getName());

    /** How long a connection may take to join, in milliseconds. */
    static final long JOIN_TIME = 10_000;

    private final Rooms rooms;
    private final BiFunction<String, String, IceConfiguration> ice;
    private final ConnectionRegistry connections;
    private final MessageCodec codec;

    private Connection connection;
    private String roomName;
    private long openedAt;

    /** Null before a join. Only the thread that works on a message uses it. */
    private Seat seat;

    /** Whether the policy has refused a join, and the answer is on its way; likewise. */
    private boolean refused;

    /** Never called; Open Liberty refuses an endpoint without it. See {@link EndpointConfigurator}. */
    public SignalingEndpoint() {
        throw new UnsupportedOperationException("Made by EndpointConfigurator alone.");
    }

    /**
     * Creates the endpoint of one connection.
     *
     * @param ice returns a participant's ICE configuration, from its id and the host by which it calls this server
     */
    public SignalingEndpoint(
            Rooms rooms,
            BiFunction<String, String, IceConfiguration> ice,
            ConnectionRegistry connections,
            MessageCodec codec) {
        this.rooms = rooms;
        this.ice = ice;
        this.connections = connections;
        this.codec = codec;
    }

    @OnOpen
    public void onOpen(Session session, @PathParam("room") String room) {
        connection = connections.add(session, codec::encode);
        openedAt = connections.now();
        connection.reception().whenReceived(this::received);
        roomName = Room.isName(room) ? room : "?"; // keeps line breaks out of the log
        LOG.log(Level.DEBUG, () -> "room %s: %s opens from %s".formatted(roomName, connection, caller()));
        if (!connection.isOpen()) {
            return;
        }
        if (!Room.isName(room)) {
            connection.fail(new ProtocolException(ErrorCode.INVALID_ROOM));
            return;
        }
        connection.expectJoinWithin(JOIN_TIME);
    }

    @OnMessage
    public void onText(String part, boolean last) {
        connection.reception().text(part, last);
    }

    /** Processes a message and returns the number of recipients. */
    private int received(String text) {
        try {
            ClientMessage message = codec.decode(text);
            connections.received(message.getClass(), text);
            return refused ? 0 : received(message);
        } catch (ProtocolException e) {
            LOG.log(
                    Level.DEBUG,
                    () -> "room %s: %s refused with %s"
                            .formatted(roomName, connection, e.code().code()));
            connection.fail(e, codec.about(text));
            return 0;
        }
    }

    /** Makes all containers answer a binary message alike; without it some ignore it, some close. */
    @OnMessage
    public void onBinary(ByteBuffer part, boolean last) {
        connection.reception().binary(part, last);
    }

    /** The answer to a probe of {@link Connection}. */
    @OnMessage
    public void onPong(PongMessage pong) {
        connection.reception().pong();
    }

    @OnError
    public void onError(Throwable error) {
        LOG.log(Level.DEBUG, "A connection failed.", error); // its close follows
    }

    @OnClose
    public void onClose(Session session, CloseReason reason) {
        Connection closed =
                ConnectionRegistry.of(session); // if refused at once, it may be closed before onOpen has stored it
        connections.closed(closed, reason);
        LOG.log(
                Level.DEBUG,
                () -> "room %s: %s closed, from %s"
                        .formatted(roomName, closed, closed.handshake().caller()));
    }

    private int received(ClientMessage message) {
        if (message instanceof ClientMessage.Join join) {
            join(join);
            return 0;
        }
        Seat self = self();
        if (message instanceof ClientMessage.Signal signal) {
            return self.room().signal(self, signal);
        } else if (message instanceof ClientMessage.Status status) {
            return self.room().status(self, status);
        } else if (message instanceof ClientMessage.Ping) {
            connection.notify(new ServerMessage.Pong(self.room().lastNumber(self)));
        } else if (message instanceof ClientMessage.Leave) {
            rooms.leave(self, LeaveReason.LEFT);
            LOG.log(Level.DEBUG, () -> "room %s: %s left from %s".formatted(roomName, connection, caller()));
            connection.end(null, CloseReasons.GOODBYE, false);
        }
        return 0;
    }

    private void join(ClientMessage.Join request) {
        if (seat != null) {
            throw new ProtocolException(ErrorCode.ALREADY_JOINED);
        }
        AccessDecision decision = connections.decide(connection, Rooms.keyOf(roomName), request);
        if (decision instanceof AccessDecision.Refuse refusal) {
            refused = true;
            connections.refuse(connection, refusal, new ServerMessage.About("join", null));
            return;
        }
        String host = connection.handshake().host();
        Arrival arrival = new Arrival(
                (AccessDecision.Admit) decision,
                connection,
                connection.localNumber(),
                request.resume(),
                id -> ice.apply(id, host));
        Seat newcomer = rooms.join(roomName, arrival);
        seat = newcomer;
        connection.joined();
        connections.welcomed(openedAt);
        LOG.log(
                Level.DEBUG,
                () -> "room %s: %s joined as %s from %s".formatted(roomName, connection, newcomer.id(), caller()));
        connection.whenLeaving(resumable -> leave(newcomer, resumable));
    }

    private String caller() {
        return connection.handshake().caller();
    }

    private Seat self() {
        if (seat == null) {
            throw new ProtocolException(ErrorCode.NOT_JOINED);
        }
        return seat;
    }

    /** The connection has ended. Does nothing if the participant has left. */
    private void leave(Seat self, boolean resumable) {
        if (resumable) {
            rooms.disconnected(self);
        } else {
            rooms.leave(self, LeaveReason.LOST);
        }
    }
}
