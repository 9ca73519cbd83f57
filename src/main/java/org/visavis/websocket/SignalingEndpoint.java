package org.visavis.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import org.visavis.room.Identity;
import org.visavis.room.LeaveReason;
import org.visavis.room.Participant;
import org.visavis.room.Room;
import org.visavis.room.Rooms;
import org.visavis.signaling.ClientMessage;
import org.visavis.signaling.ErrorCode;
import org.visavis.signaling.MessageCodec;
import org.visavis.signaling.ProtocolException;
import org.visavis.signaling.ServerMessage;

/**
 * The protocol of PROTOCOL.md at {@code /signaling/{room}}: an adapter between one WebSocket and the {@link Rooms}. The
 * container makes one for each connection and calls it on its own threads; the close may come while a message is still
 * being worked on.
 */
@ServerEndpoint(value = "/signaling/{room}", subprotocols = "visavis.v1", configurator = EndpointConfigurator.class)
public class SignalingEndpoint {
    private static final Logger LOG = System.getLogger(SignalingEndpoint.class.getName());

    /** How long a connection may take to join, in milliseconds. */
    static final long JOIN_TIME = 10_000;

    private final Rooms rooms;
    private final Connections connections;
    private final MessageCodec codec;

    private Connection connection;
    private String roomName;

    @GuardedBy("this")
    private Participant participant;

    @GuardedBy("this")
    private boolean closed;

    /** Never called; Open Liberty refuses an endpoint without it. See {@link EndpointConfigurator}. */
    public SignalingEndpoint() {
        throw new UnsupportedOperationException("Made by EndpointConfigurator alone.");
    }

    /** For one connection. */
    public SignalingEndpoint(Rooms rooms, Connections connections, MessageCodec codec) {
        this.rooms = rooms;
        this.connections = connections;
        this.codec = codec;
    }

    @OnOpen
    public void onOpen(Session session, @PathParam("room") String room) {
        connection = connections.add(session, codec::encode, false);
        connection.whenGivenUp(() -> leave(LeaveReason.LOST));
        roomName = Room.isName(room) ? room : "?"; // what goes into the log has no line breaks in it
        LOG.log(Level.DEBUG, () -> "room %s: %s connected".formatted(roomName, connection));
        if (connection.isEnding()) {
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
        String text = connection.receive(part, last);
        if (text == null) {
            return;
        }
        try {
            received(codec.decode(text));
        } catch (ProtocolException e) {
            LOG.log(
                    Level.DEBUG,
                    () -> "room %s: %s refused with %s"
                            .formatted(roomName, connection, e.code().code()));
            connection.fail(e);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A message could not be worked on.", e);
            connection.fail(new ProtocolException(ErrorCode.INTERNAL_ERROR));
        }
    }

    /** Here so that all containers answer a binary message alike; without it some ignore it, some close. */
    @OnMessage
    public void onBinary(ByteBuffer part, boolean last) {
        connection.receive(part, last);
    }

    @OnError
    public void onError(Throwable error) {
        LOG.log(Level.DEBUG, "A connection failed.", error); // what follows is its close
    }

    @OnClose
    public void onClose() {
        connections.remove(connection);
        leave(LeaveReason.LOST);
        LOG.log(Level.DEBUG, () -> "room %s: %s disconnected".formatted(roomName, connection));
    }

    private void received(ClientMessage message) {
        if (message instanceof ClientMessage.Join join) {
            join(join);
            return;
        }
        Participant self = self();
        if (message instanceof ClientMessage.Signal signal) {
            self.room().signal(self, signal);
        } else if (message instanceof ClientMessage.Status status) {
            self.room().status(self, status.status());
        } else if (message instanceof ClientMessage.Ping) {
            connection.notify(new ServerMessage.Pong());
        } else if (message instanceof ClientMessage.Leave) {
            leave(LeaveReason.LEFT);
            connection.end(null, Closes.GOODBYE);
        }
    }

    private void join(ClientMessage.Join request) {
        synchronized (this) {
            if (participant != null) {
                throw new ProtocolException(ErrorCode.ALREADY_JOINED);
            }
        }
        Identity verified = connection.visitor().identity();
        Identity identity = verified != null ? verified : Identity.claimed(request.requiredName());
        Participant newcomer = rooms.join(roomName, identity, connection.outbox());
        connection.joined();
        LOG.log(Level.DEBUG, () -> "room %s: %s joined as %s".formatted(roomName, connection, newcomer.id()));
        synchronized (this) {
            if (!closed) {
                participant = newcomer;
                return;
            }
        }
        rooms.leave(newcomer, LeaveReason.LOST);
    }

    private synchronized Participant self() {
        if (participant == null) {
            throw new ProtocolException(ErrorCode.NOT_JOINED);
        }
        return participant;
    }

    private void leave(LeaveReason reason) {
        Participant leaver;
        synchronized (this) {
            closed = true;
            leaver = participant;
            participant = null;
        }
        if (leaver != null) {
            rooms.leave(leaver, reason);
        }
    }
}
