package org.visavis.ice;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A message of STUN or TURN: a request or an answer (RFC 8489, section 5). */
final class StunPacket {
    static final int HEADER_LENGTH = 20;

    static final int BINDING = 0x0001;

    private static final int MAGIC_COOKIE = 0x2112A442;
    private static final int TRANSACTION_LENGTH = 12;

    /** The bits of the class in the type of an answer. */
    private static final int SUCCESS = 0x0100;

    private static final int ERROR = 0x0110;
    private static final int ERROR_CODE = 0x0009;

    /** The first type of an attribute that a receiver may ignore if it does not know it (section 14). */
    private static final int COMPREHENSION_OPTIONAL = 0x8000;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final int type;
    private final ByteBuffer transaction;
    private final Map<Integer, byte[]> attributes;

    private StunPacket(int type, ByteBuffer transaction, Map<Integer, byte[]> attributes) {
        this.type = type;
        this.transaction = transaction;
        this.attributes = attributes;
    }

    /** A request of a method without attributes. */
    static StunPacket request(int method) {
        byte[] transaction = new byte[TRANSACTION_LENGTH];
        RANDOM.nextBytes(transaction);
        return new StunPacket(method, ByteBuffer.wrap(transaction), Map.of());
    }

    /** Parses a whole message. Null if it is none: strangers send what they like, and an exception would cost more. */
    static StunPacket parse(ByteBuffer message) {
        if (message.remaining() < HEADER_LENGTH) {
            return null;
        }
        int type = message.getShort() & 0xFFFF;
        int length = message.getShort() & 0xFFFF;
        if (message.getInt() != MAGIC_COOKIE || length != message.remaining() - TRANSACTION_LENGTH) {
            return null;
        }
        byte[] transaction = new byte[TRANSACTION_LENGTH];
        message.get(transaction);
        Map<Integer, byte[]> attributes = new LinkedHashMap<>();
        while (message.hasRemaining()) {
            if (message.remaining() < 4) {
                return null;
            }
            int attribute = message.getShort() & 0xFFFF;
            int valueLength = message.getShort() & 0xFFFF;
            int padded = padded(valueLength);
            if (padded > message.remaining()) {
                return null;
            }
            byte[] value = new byte[valueLength];
            message.get(value).position(message.position() + padded - valueLength);
            attributes.putIfAbsent(attribute, value); // the first one counts (section 14)
        }
        return new StunPacket(type, ByteBuffer.wrap(transaction), attributes);
    }

    /** This message with one attribute more. */
    StunPacket with(int attribute, byte[] value) {
        Map<Integer, byte[]> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new StunPacket(type, transaction, more);
    }

    /** An attribute; empty if it is not there. */
    byte[] attribute(int attribute) {
        return attributes.getOrDefault(attribute, new byte[0]);
    }

    boolean isRequest(int method) {
        return type == method;
    }

    /** The types of those attributes that a receiver must understand. */
    List<Integer> toUnderstand() {
        return attributes.keySet().stream()
                .filter(attribute -> attribute < COMPREHENSION_OPTIONAL)
                .toList();
    }

    /** A success response to this request, without attributes. */
    StunPacket success() {
        return new StunPacket(type | SUCCESS, transaction, Map.of());
    }

    /** An error response to this request, with its code and an empty reason phrase. */
    StunPacket error(int code) {
        byte[] value = {0, 0, (byte) (code / 100), (byte) (code % 100)};
        return new StunPacket(type | ERROR, transaction, Map.of(ERROR_CODE, value));
    }

    /** Hides an address from routers that rewrite what looks like one, or shows it again (section 14.2). */
    byte[] xor(byte[] address) {
        byte[] key = ByteBuffer.allocate(Integer.BYTES + TRANSACTION_LENGTH)
                .putInt(MAGIC_COOKIE)
                .put(transaction.duplicate())
                .array();
        byte[] hidden = new byte[address.length];
        for (int i = 0; i < address.length; i++) {
            hidden[i] = (byte) (address[i] ^ key[i]);
        }
        return hidden;
    }

    boolean answers(StunPacket request) {
        return transaction.equals(request.transaction);
    }

    boolean isSuccess() {
        return (type & ERROR) == SUCCESS;
    }

    /** The code of an error, such as 401; 0 if this is none. */
    int errorCode() {
        byte[] value = attribute(ERROR_CODE);
        return value.length < 4 ? 0 : (value[2] & 7) * 100 + value[3];
    }

    /** @param more how many bytes the length in the header counts beyond what is there */
    byte[] bytes(int more) {
        int length = attributes.values().stream()
                .mapToInt(value -> 4 + padded(value.length))
                .sum();
        byte[] message = new byte[HEADER_LENGTH + length];
        ByteBuffer bytes = ByteBuffer.wrap(message)
                .putShort((short) type)
                .putShort((short) (length + more))
                .putInt(MAGIC_COOKIE)
                .put(transaction.duplicate());
        attributes.forEach((attribute, value) -> bytes.putShort(attribute.shortValue())
                .putShort((short) value.length)
                .put(value)
                .position(bytes.position() + padded(value.length) - value.length));
        return message;
    }

    private static int padded(int length) {
        return (length + 3) / 4 * 4;
    }
}
