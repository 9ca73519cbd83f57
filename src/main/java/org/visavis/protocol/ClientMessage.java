package org.visavis.protocol;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;

/**
 * The messages from client to server. Each record checks its own limits, so every message that exists is valid. A violation
 * throws a {@link ProtocolException} with the code {@code invalid-message}.
 */
@JsonbTypeInfo(
        key = "type",
        value = {
            @JsonbSubtype(alias = "join", type = ClientMessage.Join.class),
            @JsonbSubtype(alias = "signal", type = ClientMessage.Signal.class),
            @JsonbSubtype(alias = "status", type = ClientMessage.Status.class),
            @JsonbSubtype(alias = "leave", type = ClientMessage.Leave.class),
            @JsonbSubtype(alias = "ping", type = ClientMessage.Ping.class)
        })
public sealed interface ClientMessage {

    /**
     * The first message of a connection.
     *
     * @param name what others see, see {@link ParticipantName}; null if the client gave none
     * @param token a signed token that says who this is and which rooms it is for, or null
     * @param resume the claim to an earlier place after a lost connection, or null
     */
    record Join(String name, String token, Resume resume) implements ClientMessage {
        /** Maximum length of a token, in characters; with all claims that the server reads one takes some hundred. */
        public static final int MAX_TOKEN_LENGTH = 4_096;

        public Join {
            name = name == null ? null : ParticipantName.checked(name);
            if (token != null && token.length() > MAX_TOKEN_LENGTH) {
                throw new ProtocolException(ErrorCode.INVALID_TOKEN);
            }
        }

        /** Omits the token and the secret, since records are printed and logged. */
        @Override
        public String toString() {
            return "Join as " + name;
        }

        /** The name. Only somebody whose name the container or a token says may omit it. */
        public String requiredName() {
            return required(name, "name");
        }
    }

    /**
     * A claim to an earlier place in the room.
     *
     * @param secret as the welcome gave it; any other text claims nothing
     * @param seq the number of the last message that the client has received
     */
    record Resume(String secret, Long seq) {
        /** Maximum length in characters; real secrets are shorter. */
        private static final int MAX_SECRET_LENGTH = 64;

        public Resume {
            required(secret, "secret");
            required(seq, "seq");
            if (secret.length() > MAX_SECRET_LENGTH) {
                throw invalid("The secret is longer than any that was given.");
            }
        }
    }

    /**
     * Data for other clients, which the server does not interpret.
     *
     * @param to the id of one participant, or null for everyone else in the room
     * @param data the text of a JSON object, exactly as received
     * @param number the sender's own number for this message, or null if it is never repeated; the server ignores a
     *     repetition
     */
    record Signal(String to, String data, Long number) implements ClientMessage {
        public Signal {
            required(data, "data");
            checkNumber(number);
        }
    }

    /** A change of the sender's status; {@code number} as in {@link Signal}. */
    record Status(ParticipantStatus status, Long number) implements ClientMessage {
        public Status {
            required(status, "status");
            checkNumber(number);
        }
    }

    /** The participant leaves the room. */
    record Leave() implements ClientMessage {}

    /** Asks for a {@link ServerMessage.Pong}. */
    record Ping() implements ClientMessage {}

    private static <T> T required(T value, String member) {
        if (value == null) {
            throw invalid("The member '" + member + "' is missing.");
        }
        return value;
    }

    private static void checkNumber(Long number) {
        if (number != null && number < 1) {
            throw invalid("Numbers of messages begin with 1.");
        }
    }

    private static ProtocolException invalid(String sentence) {
        return new ProtocolException(ErrorCode.INVALID_MESSAGE, sentence);
    }
}
