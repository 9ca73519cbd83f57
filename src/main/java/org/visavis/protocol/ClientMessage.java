package org.visavis.protocol;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;

/**
 * What a client may say. Each record checks its own limits, so that a message that exists is a valid one; a violation is
 * a {@link ProtocolException} with the code {@code invalid-message}.
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
     * @param name what the others see, see {@link ParticipantName}; null if it was not said
     * @param resume to come back after the connection was lost, or null
     */
    record Join(String name, Resume resume) implements ClientMessage {
        public Join {
            name = name == null ? null : ParticipantName.checked(name);
        }

        /** The name, which only one whom the container has authenticated need not say. */
        public String requiredName() {
            return required(name, "name");
        }
    }

    /**
     * A claim to a place in the room.
     *
     * @param secret as the welcome gave it; any other text is a claim to nothing
     * @param seq the number of the last message that came
     */
    record Resume(String secret, Long seq) {
        /** In characters; those that are given are shorter. */
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
     * Something for other clients that the server does not interpret.
     *
     * @param to the id of one participant, or null for everyone else in the room
     * @param data the text of a JSON object, just as it came
     * @param number of the sender's own; what comes again with it is ignored. Null if it is never sent again
     */
    record Signal(String to, String data, Long number) implements ClientMessage {
        public Signal {
            required(data, "data");
            checkNumber(number);
        }
    }

    /** What changed of the sender's status; {@code number} as in a signal. */
    record Status(ParticipantStatus status, Long number) implements ClientMessage {
        public Status {
            required(status, "status");
            checkNumber(number);
        }
    }

    /** Goodbye. */
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
