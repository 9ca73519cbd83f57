package org.visavis.protocol;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.util.List;

/** The messages from server to client. {@code seq} is a message's number in the history of its room. */
@JsonbTypeInfo(
        key = "type",
        value = {
            @JsonbSubtype(alias = "welcome", type = ServerMessage.Welcome.class),
            @JsonbSubtype(alias = "peer-joined", type = ServerMessage.PeerJoined.class),
            @JsonbSubtype(alias = "peer-left", type = ServerMessage.PeerLeft.class),
            @JsonbSubtype(alias = "signal", type = ServerMessage.Signal.class),
            @JsonbSubtype(alias = "status", type = ServerMessage.Status.class),
            @JsonbSubtype(alias = "notice", type = ServerMessage.Notice.class),
            @JsonbSubtype(alias = "ice-configuration", type = ServerMessage.IceConfiguration.class),
            @JsonbSubtype(alias = "pong", type = ServerMessage.Pong.class),
            @JsonbSubtype(alias = "error", type = ServerMessage.Error.class),
            @JsonbSubtype(alias = "closing", type = ServerMessage.Closing.class)
        })
public sealed interface ServerMessage {

    /**
     * A participant as other clients see it.
     *
     * @param verified whether the container or a token says this name
     * @param role {@code guest}, {@code participant} or {@code moderator}
     */
    record Peer(String id, String name, boolean verified, String role, ParticipantStatus status) {}

    /** A room; {@code capacity} is the maximum number of participants. */
    record RoomInfo(String name, int capacity) {}

    /** An entry of {@code RTCConfiguration.iceServers} (WebRTC 1.0, section 4.2.4); the credential may be null. */
    record IceServer(List<String> urls, String username, String credential) {}

    /** The secret with which a client that has lost its connection can resume, and for how many seconds it can. */
    record Resume(String secret, long seconds) {}

    /**
     * The answer to a join.
     *
     * @param resumed whether the participant got its earlier place back
     * @param received if so, the number of the last numbered message from this participant; null if it has sent none
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

    /** The ICE servers and transport policy for all connections between browsers from now on, as in {@link Welcome}. */
    record IceConfiguration(List<IceServer> iceServers, String iceTransportPolicy) implements ServerMessage {}

    /** A participant has joined. */
    record PeerJoined(long seq, Peer peer) implements ServerMessage {}

    /** A participant is gone; {@code reason} is {@code left}, {@code lost} or {@code closed}. */
    record PeerLeft(long seq, String id, String reason) implements ServerMessage {}

    /** A signal from another participant; {@code data} is the text of a JSON object, exactly as the sender wrote it. */
    record Signal(long seq, String from, String data) implements ServerMessage {}

    /** A change of another participant's status. */
    record Status(long seq, String from, ParticipantStatus status) implements ServerMessage {}

    /** What an administrator says to all in the room. */
    record Notice(long seq, String text) implements ServerMessage {}

    /** The answer to a ping; {@code received} is the number of the last numbered message from this participant, or null. */
    record Pong(Long received) implements ServerMessage {}

    /**
     * An error.
     *
     * @param about the message that the server refused; null if it refused none, or one that cannot be read
     */
    @SuppressWarnings("JavaLangClash") // the record has the name of its type on the wire
    record Error(String code, String message, About about) implements ServerMessage {
        public static Error of(ProtocolException cause, About about) {
            return new Error(cause.code().code(), cause.getMessage(), about);
        }
    }

    /** A refused client message: its type, and its number if it had one. */
    record About(String type, Long number) {}

    /** The connection is about to end. {@code action} tells the client to {@code resume}, {@code rejoin} or {@code stop}. */
    record Closing(String action, String reason) implements ServerMessage {}
}
