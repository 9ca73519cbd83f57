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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.visavis.access.AccessDecision;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.MessageCodec;
import org.visavis.protocol.ProtocolException;
import org.visavis.room.Room;
import org.visavis.room.Rooms;

/**
 * The original idea of Visavis at {@code /broadcast/{room}}: a signaling server holds the connected sessions and
 * rebroadcasts each text message, unchanged, to the others of the room. Only the clients know what the messages mean.
 *
 * <p>One object serves all connections, on the container's threads. The set of a room changes, appears and vanishes only
 * within {@code compute} of the map, so that no connection is lost. A connection that comes while a message goes out does
 * not get it.
 */
@ServerEndpoint(value = "/broadcast/{room}", configurator = EndpointConfigurator.class)
public class BroadcastEndpoint {
    private static final Logger LOG = System.getLogger(BroadcastEndpoint.class.getName());

    /** Message types that the log shows; any other text may be meant to deceive its reader. */
    private static final Pattern TYPE = Pattern.compile("[\\w.-]{1,32}");

    /** The connections of this node in each room. Messages do not reach those of other nodes. */
    private final ConcurrentMap<String, Set<Connection>> localRooms = new ConcurrentHashMap<>();

    private final int capacity;
    private final ConnectionRegistry connections;
    private final MessageCodec codec;
    private final BooleanSupplier draining;

    /** Never called; Open Liberty refuses an endpoint without it. See {@link EndpointConfigurator}. */
    public BroadcastEndpoint() {
        throw new UnsupportedOperationException("Made by the application alone.");
    }

    /**
     * Starts without any connection.
     *
     * @param capacity maximum number of connections in one room
     * @param codec reads the type of a message, for the log only
     * @param draining whether new connections are refused
     */
    public BroadcastEndpoint(
            int capacity, ConnectionRegistry connections, MessageCodec codec, BooleanSupplier draining) {
        this.capacity = capacity;
        this.connections = connections;
        this.codec = codec;
        this.draining = draining;
    }

    @OnOpen
    public void onOpen(Session session, @PathParam("room") String room) {
        Connection connection = connections.add(session, message -> null);
        connection.reception().whenReceived(text -> received(room, connection, text));
        log(room, connection, "opens from " + connection.handshake().caller());
        if (!connection.isOpen()) {
            return;
        }
        if (!Room.isName(room)) {
            connection.fail(new ProtocolException(ErrorCode.INVALID_ROOM));
            return;
        }
        AccessDecision decision = connections.decide(connection, Rooms.keyOf(room), null);
        if (decision instanceof AccessDecision.Refuse refusal) {
            connection.fail(new ProtocolException(refusal.code()));
            return;
        }
        if (draining.getAsBoolean()) {
            connection.fail(new ProtocolException(ErrorCode.DRAINING));
            return;
        }
        join(room, connection, ((AccessDecision.Admit) decision).mayOpen());
    }

    private void join(String room, Connection connection, boolean mayOpen) {
        Set<Connection> connected = localRooms.compute(Rooms.keyOf(room), (name, present) -> {
            if (present == null && !mayOpen) {
                return null;
            }
            Set<Connection> set = present != null ? present : new CopyOnWriteArraySet<>();
            if (set.size() < capacity) {
                set.add(connection);
            }
            return set;
        });
        if (connected == null || !connected.contains(connection)) {
            connection.fail(new ProtocolException(connected == null ? ErrorCode.ROOM_NOT_OPEN : ErrorCode.ROOM_FULL));
        }
        connection.joined();
        connection.whenLeaving(resumable -> leave(room, connection));
    }

    @OnMessage
    public void onText(Session session, String part, boolean last) {
        ConnectionRegistry.of(session).reception().text(part, last);
    }

    /** Passes a message on and returns the number of recipients. */
    private int received(String room, Connection sender, String text) {
        connections.received(null, text);
        int recipients = 0;
        for (Connection other : localRooms.getOrDefault(Rooms.keyOf(room), Set.of())) {
            if (other != sender) {
                other.enqueue(text);
                other.flush();
                recipients++;
            }
        }
        logForwarded(room, sender, recipients, text);
        return recipients;
    }

    /** Makes all containers answer a binary message alike; without it some ignore it, some close. */
    @OnMessage
    public void onBinary(Session session, ByteBuffer part, boolean last) {
        ConnectionRegistry.of(session).reception().binary(part, last);
    }

    @OnMessage
    public void onPong(Session session, PongMessage pong) {
        ConnectionRegistry.of(session).reception().pong();
    }

    @OnClose
    public void onClose(Session session, CloseReason reason, @PathParam("room") String room) {
        Connection connection = ConnectionRegistry.of(session);
        connections.closed(connection, reason);
        log(room, connection, "closed, from " + connection.handshake().caller());
    }

    @OnError
    public void onError(Throwable error) {
        LOG.log(Level.DEBUG, "A connection failed.", error); // its close follows
    }

    private void leave(String room, Connection connection) {
        localRooms.computeIfPresent(Rooms.keyOf(room), (name, present) -> {
            present.remove(connection);
            return present.isEmpty() ? null : present;
        });
    }

    private void logForwarded(String room, Connection sender, int recipients, String text) {
        LOG.log(Level.DEBUG, () -> {
            String type = codec.typeOf(text);
            return "broadcast %s: %s from %s to %d, %d characters"
                    .formatted(
                            room,
                            type != null && TYPE.matcher(type).matches() ? type : "text",
                            sender,
                            recipients,
                            text.length());
        });
    }

    /** Logs an event. A room name that is not valid stays out of the log, since it may have line breaks. */
    private static void log(String room, Connection connection, String event) {
        LOG.log(Level.DEBUG, () -> "broadcast %s: %s %s".formatted(Room.isName(room) ? room : "?", connection, event));
    }
}
