package org.visavis.ice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;

/** A message of STUN or TURN: a request of ours, or an answer (RFC 8489, section 5). */
final class StunPacket {
    static final int HEADER_LENGTH = 20;

    private static final int MAGIC_COOKIE = 0x2112A442;
    private static final int TRANSACTION_LENGTH = 12;

    /** The bits of the class in the type of an answer. */
    private static final int SUCCESS = 0x0100;

    private static final int ERROR = 0x0110;
    private static final int ERROR_CODE = 0x0009;

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

    /**
     * Parses a whole message.
     *
     * @throws IOException if it is none
     */
    static StunPacket parse(ByteBuffer message) throws IOException {
        if (message.remaining() < HEADER_LENGTH) {
            throw new IOException("too short");
        }
        int type = message.getShort() & 0xFFFF;
        int length = message.getShort() & 0xFFFF;
        if (message.getInt() != MAGIC_COOKIE || length > message.remaining() - TRANSACTION_LENGTH) {
            throw new IOException("not STUN");
        }
        byte[] transaction = new byte[TRANSACTION_LENGTH];
        message.get(transaction);
        Map<Integer, byte[]> attributes = new LinkedHashMap<>();
        while (message.remaining() >= 4) {
            int attribute = message.getShort() & 0xFFFF;
            byte[] value = new byte[message.getShort() & 0xFFFF];
            int padded = padded(value.length);
            if (padded > message.remaining()) {
                throw new IOException("an attribute is cut off");
            }
            message.get(value).position(message.position() + padded - value.length);
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
