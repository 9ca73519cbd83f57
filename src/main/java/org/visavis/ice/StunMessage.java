package org.visavis.ice;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The few STUN messages that a {@link StunResponder} knows. Sections and numbers are those of RFC 8489. */
final class StunMessage {
    /** A size in bytes that passes any network (section 6.1). A Binding request has a header of 20 bytes and few attributes. */
    static final int MAX_LENGTH = 1280;

    private static final int HEADER_LENGTH = 20;
    private static final int MAGIC_COOKIE = 0x2112A442;
    private static final int TRANSACTION_LENGTH = 12;

    private static final int BINDING_REQUEST = 0x0001;
    private static final int BINDING_SUCCESS = 0x0101;
    private static final int BINDING_ERROR = 0x0111;

    private static final int ERROR_CODE = 0x0009;
    private static final int UNKNOWN_ATTRIBUTES = 0x000A;
    private static final int XOR_MAPPED_ADDRESS = 0x0020;

    /** The first attribute type that a receiver may ignore if it does not know it (section 14). */
    private static final int COMPREHENSION_OPTIONAL = 0x8000;

    private static final int UNKNOWN_ATTRIBUTE = 420;

    private StunMessage() {}

    /**
     * The answer to a request.
     *
     * @param request read from its position to its limit
     * @param client the sender of the request
     * @return null if this is not a Binding request; anything else gets no answer, as its sender's address may be forged
     */
    static ByteBuffer answer(ByteBuffer request, InetSocketAddress client) {
        if (request.remaining() < HEADER_LENGTH
                || request.getShort() != BINDING_REQUEST
                || (request.getShort() & 0xFFFF) != request.limit() - HEADER_LENGTH
                || request.getInt() != MAGIC_COOKIE) {
            return null;
        }
        byte[] transaction = new byte[TRANSACTION_LENGTH];
        request.get(transaction);
        List<Integer> unknown = unknownAttributes(request);
        if (unknown == null) {
            return null;
        }
        return unknown.isEmpty() ? success(transaction, client) : error(transaction, unknown);
    }

    /** The attributes that a receiver must understand; this server understands none. Null if the attributes are malformed. */
    private static List<Integer> unknownAttributes(ByteBuffer attributes) {
        List<Integer> unknown = new ArrayList<>();
        while (attributes.hasRemaining()) {
            if (attributes.remaining() < 4) {
                return null;
            }
            int type = attributes.getShort() & 0xFFFF;
            int padded = ((attributes.getShort() & 0xFFFF) + 3) / 4 * 4;
            if (padded > attributes.remaining()) {
                return null;
            }
            attributes.position(attributes.position() + padded);
            if (type < COMPREHENSION_OPTIONAL) {
                unknown.add(type);
            }
        }
        return unknown;
    }

    /** A success response. XOR hides the address from routers that rewrite what looks like an address (section 14.2). */
    private static ByteBuffer success(byte[] transaction, InetSocketAddress client) {
        byte[] address = client.getAddress().getAddress();
        ByteBuffer key =
                ByteBuffer.allocate(4 + TRANSACTION_LENGTH).putInt(MAGIC_COOKIE).put(transaction);
        ByteBuffer answer = message(BINDING_SUCCESS, transaction, 8 + address.length)
                .putShort((short) XOR_MAPPED_ADDRESS)
                .putShort((short) (4 + address.length))
                .putShort((short) (address.length == 4 ? 1 : 2))
                .putShort((short) (client.getPort() ^ MAGIC_COOKIE >>> 16));
        for (int i = 0; i < address.length; i++) {
            answer.put((byte) (address[i] ^ key.get(i)));
        }
        return answer.flip();
    }

    private static ByteBuffer error(byte[] transaction, List<Integer> unknown) {
        int listed = (unknown.size() * 2 + 3) / 4 * 4;
        ByteBuffer answer = message(BINDING_ERROR, transaction, 8 + 4 + listed)
                .putShort((short) ERROR_CODE)
                .putShort((short) 4) // with an empty reason phrase
                .putShort((short) 0)
                .put((byte) (UNKNOWN_ATTRIBUTE / 100))
                .put((byte) (UNKNOWN_ATTRIBUTE % 100))
                .putShort((short) UNKNOWN_ATTRIBUTES)
                .putShort((short) (unknown.size() * 2));
        unknown.forEach(type -> answer.putShort(type.shortValue()));
        return answer.position(answer.capacity()).flip();
    }

    private static ByteBuffer message(int type, byte[] transaction, int length) {
        return ByteBuffer.allocate(HEADER_LENGTH + length)
                .putShort((short) type)
                .putShort((short) length)
                .putInt(MAGIC_COOKIE)
                .put(transaction);
    }
}
