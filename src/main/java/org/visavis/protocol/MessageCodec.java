package org.visavis.protocol;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Converts between messages and JSON text, and is the only user of JSON-B. A streaming parser scans every message and proves
 * it well-formed (JSON-B alone would accept text after the object). A {@code signal} needs no more: its {@code data} is
 * passed on as text, which costs a third of binding it. A {@code ping} has nothing to bind. JSON-B binds all others.
 *
 * <p>Thread-safe. An application needs only one: building a {@link Jsonb} or looking up a {@link JsonProvider} costs far
 * more than using it.
 */
public final class MessageCodec implements AutoCloseable {

    /** Maximum nesting of objects and arrays in a message. A session description needs 3. */
    public static final int MAX_DEPTH = 32;

    /** A whole number as JavaScript writes it. JavaScript is exact up to 2^53, which has sixteen digits. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,16}");

    /** Types that an error may quote back to the client. */
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9_.-]{1,32}");

    private static final Map<String, Class<?>> CLIENT_TYPES = Arrays.stream(
                    ClientMessage.class.getAnnotation(JsonbTypeInfo.class).value())
            .collect(Collectors.toUnmodifiableMap(JsonbSubtype::alias, JsonbSubtype::type));

    private static final ClientMessage PING = new ClientMessage.Ping();

    private final Jsonb jsonb;
    private final JsonParserFactory parsers;

    public MessageCodec() {
        JsonProvider provider = JsonProvider.provider();
        parsers = provider.createParserFactory(
                ParserBuffers.configuration(provider.getClass().getClassLoader()));
        jsonb = JsonbBuilder.newBuilder()
                .withProvider(provider)
                .withConfig(
                        new JsonbConfig().withDeserializers(new StrictText(), new StrictBoolean(), new StrictLong()))
                .build();
    }

    /**
     * Parses a message from a client.
     *
     * @throws ProtocolException {@code invalid-json}, {@code unknown-type} or {@code invalid-message}
     */
    public ClientMessage decode(String text) {
        Envelope envelope = scan(text);
        Class<?> type = envelope.type == null ? null : CLIENT_TYPES.get(envelope.type);
        if (type == null) {
            throw new ProtocolException(ErrorCode.UNKNOWN_TYPE);
        }
        if (type == ClientMessage.Signal.class) {
            return envelope.toSignal(text);
        }
        if (type == ClientMessage.Ping.class) {
            return PING; // it has nothing to bind, and idle clients send nothing else
        }
        try {
            // Bind the record, not the interface: for an interface Yasson passes deserializers a parser without
            // getValue().
            return (ClientMessage) jsonb.fromJson(text, type);
        } catch (RuntimeException e) { // also JSON-P's, such as for a number with too many digits
            throw violationIn(e);
        }
    }

    /** Encodes a message as JSON text. */
    public String encode(ServerMessage message) {
        if (message instanceof ServerMessage.Signal signal) {
            // Nothing needs escaping: the server itself made the id in `from`, and the scan has proved `data` to be
            // JSON.
            return "{\"type\":\"signal\",\"seq\":" + signal.seq() + ",\"from\":\"" + signal.from() + "\",\"data\":"
                    + signal.data() + "}";
        }
        if (message instanceof ServerMessage.Pong pong) {
            return pong.received() == null
                    ? "{\"type\":\"pong\"}"
                    : "{\"type\":\"pong\",\"received\":" + pong.received() + "}";
        }
        return jsonb.toJson(message);
    }

    /** The member {@code type} of any text, for the log; null if the text is not JSON or has no type. */
    public String typeOf(String text) {
        try {
            return scan(text).type;
        } catch (ProtocolException e) {
            return null;
        }
    }

    /** Names a refused message to its sender; null if its type is missing, unreadable or unsafe to quote. */
    public ServerMessage.About about(String text) {
        try {
            Envelope envelope = scan(text);
            boolean hasType =
                    envelope.type != null && TYPE.matcher(envelope.type).matches();
            return hasType ? new ServerMessage.About(envelope.type, envelope.number) : null;
        } catch (ProtocolException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            jsonb.close();
        } catch (Exception e) { // declared by AutoCloseable; Yasson throws none
            throw new IllegalStateException("JSON-B could not be closed.", e);
        }
    }

    private Envelope scan(String text) {
        try (JsonParser parser = parsers.createParser(new StringReader(text))) {
            if (!parser.hasNext() || parser.next() != Event.START_OBJECT) {
                throw new ProtocolException(ErrorCode.INVALID_JSON);
            }
            Envelope envelope = new Envelope();
            while (parser.hasNext()) { // false only after the last brace; text after that throws
                Event event = parser.next();
                if (event == Event.KEY_NAME) {
                    envelope.read(parser.getString(), parser);
                }
            }
            return envelope;
        } catch (JsonException e) {
            throw new ProtocolException(ErrorCode.INVALID_JSON);
        }
    }

    /** The violation that a record reported. A fault found by JSON-B becomes a general one that does not quote JSON-B. */
    private static ProtocolException violationIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProtocolException violation) {
                return violation;
            }
        }
        return new ProtocolException(ErrorCode.INVALID_MESSAGE);
    }

    /** The top-level members that the server must know. If a member occurs twice, the last one counts. */
    private static final class Envelope {
        private String type;
        private Event toKind;
        private String to;
        private boolean isNumbered;
        private Long number;
        private boolean dataIsObject;
        private int dataBegin;
        private int dataEnd;

        void read(String member, JsonParser parser) {
            Event kind = parser.next();
            long begin = parser.getLocation().getStreamOffset() - 1; // the location is after the opening brace
            if (member.equals("type")) {
                type = kind == Event.VALUE_STRING ? parser.getString() : null;
            } else if (member.equals("to")) {
                toKind = kind;
                to = kind == Event.VALUE_STRING ? parser.getString() : null;
            } else if (member.equals("number")) {
                isNumbered = kind != Event.VALUE_NULL;
                number = kind == Event.VALUE_NUMBER ? wholeNumber(parser.getString()) : null;
            }
            skip(kind, parser);
            if (member.equals("data")) {
                dataIsObject = kind == Event.START_OBJECT;
                dataBegin = (int) begin;
                dataEnd = (int) parser.getLocation().getStreamOffset();
            }
        }

        ClientMessage.Signal toSignal(String text) {
            if (!dataIsObject) {
                throw new ProtocolException(ErrorCode.INVALID_MESSAGE, "The member 'data' must be an object.");
            }
            if (to == null && toKind != null && toKind != Event.VALUE_NULL) {
                throw new ProtocolException(ErrorCode.INVALID_MESSAGE, "The member 'to' must be text.");
            }
            if (number == null && isNumbered) {
                throw new ProtocolException(ErrorCode.INVALID_MESSAGE, "The member 'number' must be a whole number.");
            }
            return new ClientMessage.Signal(to, text.substring(dataBegin, dataEnd), number);
        }

        private static void skip(Event first, JsonParser parser) {
            int depth = 1; // the message itself
            Event event = first;
            while (true) {
                switch (event) {
                    case START_OBJECT, START_ARRAY -> depth++;
                    case END_OBJECT, END_ARRAY -> depth--;
                    default -> {}
                }
                if (depth > MAX_DEPTH) {
                    throw new ProtocolException(ErrorCode.INVALID_JSON, "The message is nested too deeply.");
                }
                if (depth == 1) {
                    return;
                }
                event = parser.next();
            }
        }
    }

    /** The number, or null if it is not whole. Only its text is read: JSON-P fails to compute numbers with too many digits. */
    private static Long wholeNumber(String number) {
        return WHOLE_NUMBER.matcher(number).matches() ? Long.valueOf(number) : null;
    }

    /** Accepts text only; JSON-B alone would also convert a number. */
    private static final class StrictText implements JsonbDeserializer<String> {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context, Type type) {
            if (parser.getValue() instanceof JsonString text) {
                return text.getString();
            }
            throw new ProtocolException(ErrorCode.INVALID_MESSAGE);
        }
    }

    /** Accepts whole numbers only; JSON-B alone would also convert text, and cut off fractions. */
    private static final class StrictLong implements JsonbDeserializer<Long> {
        @Override
        public Long deserialize(JsonParser parser, DeserializationContext context, Type type) {
            Long number = parser.getValue() instanceof JsonNumber value ? wholeNumber(value.toString()) : null;
            if (number == null) {
                throw new ProtocolException(ErrorCode.INVALID_MESSAGE);
            }
            return number;
        }
    }

    /** Accepts true and false only; JSON-B alone would convert any text. */
    private static final class StrictBoolean implements JsonbDeserializer<Boolean> {
        @Override
        public Boolean deserialize(JsonParser parser, DeserializationContext context, Type type) {
            return switch (parser.getValue().getValueType()) {
                case TRUE -> true;
                case FALSE -> false;
                default -> throw new ProtocolException(ErrorCode.INVALID_MESSAGE);
            };
        }
    }
}
