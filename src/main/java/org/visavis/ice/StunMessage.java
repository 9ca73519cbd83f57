package org.visavis.ice;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;

/** What a {@link StunResponder} answers. Sections and numbers are those of RFC 8489. */
final class StunMessage {
    /** A size in bytes that passes any network (section 6.1). A Binding request has a header of 20 bytes and few attributes. */
    static final int MAX_LENGTH = 1280;

    private static final int UNKNOWN_ATTRIBUTES = 0x000A;
    private static final int XOR_MAPPED_ADDRESS = 0x0020;

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
        StunPacket asked = StunPacket.parse(request);
        if (asked == null || !asked.isRequest(StunPacket.BINDING)) {
            return null;
        }
        List<Integer> unknown = asked.toUnderstand(); // this server understands none
        StunPacket answer = unknown.isEmpty()
                ? asked.success().with(XOR_MAPPED_ADDRESS, mapped(asked, client))
                : asked.error(UNKNOWN_ATTRIBUTE).with(UNKNOWN_ATTRIBUTES, listed(unknown));
        return ByteBuffer.wrap(answer.bytes(0));
    }

    /** An address and a port (section 14.2). */
    private static byte[] mapped(StunPacket request, InetSocketAddress client) {
        byte[] address = client.getAddress().getAddress();
        byte[] port = {(byte) (client.getPort() >>> 8), (byte) client.getPort()};
        return ByteBuffer.allocate(4 + address.length)
                .putShort((short) (address.length == 4 ? 1 : 2))
                .put(request.xor(port))
                .put(request.xor(address))
                .array();
    }

    private static byte[] listed(List<Integer> types) {
        ByteBuffer list = ByteBuffer.allocate(types.size() * Short.BYTES);
        types.forEach(type -> list.putShort(type.shortValue()));
        return list.array();
    }
}
