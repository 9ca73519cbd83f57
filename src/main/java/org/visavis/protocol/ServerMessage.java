package org.visavis.protocol;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.util.List;

/** What the server says. {@code seq} is the message's number in the history of its room. */
@JsonbTypeInfo(
        key = "type",
        value = {
            @JsonbSubtype(alias = "welcome", type = ServerMessage.Welcome.class),
            @JsonbSubtype(alias = "peer-joined", type = ServerMessage.PeerJoined.class),
            @JsonbSubtype(alias = "peer-left", type = ServerMessage.PeerLeft.class),
            @JsonbSubtype(alias = "signal", type = ServerMessage.Signal.class),
            @JsonbSubtype(alias = "status", type = ServerMessage.Status.class),
            @JsonbSubtype(alias = "ice-configuration", type = ServerMessage.IceConfiguration.class),
            @JsonbSubtype(alias = "pong", type = ServerMessage.Pong.class),
            @JsonbSubtype(alias = "error", type = ServerMessage.Error.class),
            @JsonbSubtype(alias = "closing", type = ServerMessage.Closing.class)
        })
public sealed interface ServerMessage {

    /**
     * A participant as the others see it.
     *
     * @param verified whether the container has authenticated a person of this name
     * @param role {@code participant} or {@code moderator}
     */
    record Peer(String id, String name, boolean verified, String role, ParticipantStatus status) {}

    /** A room; {@code capacity} is how many may be in it at once. */
    record RoomInfo(String name, int capacity) {}

    /** An entry of {@code RTCConfiguration.iceServers} (WebRTC 1.0, section 4.2.4); the credential may be null. */
    record IceServer(List<String> urls, String username, String credential) {}

    /** What to come back with after the connection was lost, within so many seconds. */
    record Resume(String secret, long seconds) {}

    /**
     * The answer to a join.
     *
     * @param resumed whether an earlier place in the room was taken up again
     * @param received if so, the number of the last message that had come from there; null where none had a number
     */
    record Welcome(
            long seq,
            Peer self,
            Resume resume,
            RoomInfo room,
            List<Peer> peers,
            List<IceServer> iceServers,
            String iceTransportPolicy,
            List<String> features,
            boolean resumed,
            Long received)
            implements ServerMessage {}

    /** What new connections between browsers are to go through, from now on; as in {@link Welcome}. */
    record IceConfiguration(List<IceServer> iceServers, String iceTransportPolicy) implements ServerMessage {}

    /** Somebody came. */
    record PeerJoined(long seq, Peer peer) implements ServerMessage {}

    /** Somebody is gone; {@code reason} is {@code left} or {@code lost}. */
    record PeerLeft(long seq, String id, String reason) implements ServerMessage {}

    /** What another participant signals; {@code data} is the text of a JSON object, just as the sender wrote it. */
    record Signal(long seq, String from, String data) implements ServerMessage {}

    /** What changed of the status of another. */
    record Status(long seq, String from, ParticipantStatus status) implements ServerMessage {}

    /** The answer to a ping; {@code received} is the number of the last message that came, or null. */
    record Pong(Long received) implements ServerMessage {}

    /**
     * Something the client did cannot be done.
     *
     * @param about which message that was; null where it was none, or one that cannot be read
     */
    @SuppressWarnings("JavaLangClash") // the record is named as the type on the wire
    record Error(String code, String message, About about) implements ServerMessage {
        public static Error of(ProtocolException cause, About about) {
            return new Error(cause.code().code(), cause.getMessage(), about);
        }
    }

    /** A refused message of the client's: its type, and its number if it had one. */
    record About(String type, Long number) {}

    /** The connection is about to end; {@code action}, what the client should do, is {@code resume}, {@code rejoin} or {@code stop}. */
    record Closing(String action, String reason) implements ServerMessage {}
}
