package org.visavis.ice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real sockets, and with the test vectors of RFC 5769 (which RFC 8489 keeps). */
class StunResponderTest {
    private static final String TRANSACTION = "b7e7a701bc34d686fa87dfae";
    private static final String REQUEST = "000100002112a442" + TRANSACTION;

    @Test
    void tellsAClientItsAddress() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (StunResponder responder = new StunResponder(new InetSocketAddress(loopback, 0));
                DatagramSocket client = new DatagramSocket(0, loopback)) {
            client.setSoTimeout(30_000);
            client.connect(loopback, responder.address().getPort());
            send(client, "00"); // what is no request gets no answer, and stops nothing
            send(client, REQUEST);
            DatagramPacket answer = new DatagramPacket(new byte[StunMessage.MAX_LENGTH], StunMessage.MAX_LENGTH);
            client.receive(answer);
            int port = client.getLocalPort() ^ 0x2112;
            assertEquals(
                    "0101000c2112a442" + TRANSACTION + "00200008" + "0001"
                            + HexFormat.of().toHexDigits((short) port) + "5e12a443",
                    hex(ByteBuffer.wrap(answer.getData(), 0, answer.getLength())));
        }
    }

    @Test
    void isNotAliveWhenItsThreadHasEnded() throws IOException, InterruptedException {
        try (StunResponder responder = new StunResponder(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            assertTrue(responder.isAlive());
            Thread thread = Thread.getAllStackTraces().keySet().stream()
                    .filter(present -> present.getName().equals("visavis-stun"))
                    .findAny()
                    .orElseThrow();
            thread.interrupt();
            thread.join();
            assertFalse(responder.isAlive());
        }
    }

    @Test
    void aTakenPortIsAnErrorAndAClosedOneIsFree() throws IOException {
        InetSocketAddress address;
        try (StunResponder responder = new StunResponder(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            address = new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), responder.address().getPort());
            assertThrows(BindException.class, () -> new StunResponder(address).close());
        }
        new StunResponder(address).close();
    }

    /** RFC 5769, sections 2.2 and 2.3: the attribute as it stands there. */
    @Test
    void mapsAddressesAsTheVectorsSay() throws IOException {
        assertEquals(
                "0101000c2112a442" + TRANSACTION + "002000080001a147e112a643", answer(REQUEST, client("192.0.2.1")));
        assertEquals(
                "010100182112a442" + TRANSACTION + "002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9",
                answer(REQUEST, client("2001:db8:1234:5678:11:2233:4455:6677")));
    }

    @Test
    void refusesWhatItShouldUnderstandAndIgnoresTheRest() throws IOException {
        InetSocketAddress client = client("192.0.2.1");
        String software = "8022000354657300"; // may be ignored; padded to four bytes
        assertEquals(
                "0101000c2112a442" + TRANSACTION + "002000080001a147e112a643",
                answer("000100082112a442" + TRANSACTION + software, client));
        String username = "00060001" + "61000000";
        assertEquals(
                "011100102112a442" + TRANSACTION + "0009000400000414" + "000a000200060000",
                answer("000100102112a442" + TRANSACTION + software + username, client));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0001",
                "000100002112a44" + "3" + TRANSACTION, // RFC 3489
                "000100042112a442" + TRANSACTION, // shorter than it says
                "000100002112a442" + TRANSACTION + "00", // longer
                "000300002112a442" + TRANSACTION, // Allocate, of TURN
                "001100002112a442" + TRANSACTION, // an indication
                "010100002112a442" + TRANSACTION, // an answer: two servers would talk for ever
                "000100042112a442" + TRANSACTION + "00060010", // an attribute beyond the end
                "000100022112a442" + TRANSACTION + "0006"
            })
    void answersNothingElse(String request) throws IOException {
        assertNull(answer(request, client("192.0.2.1")));
    }

    private static String answer(String request, InetSocketAddress client) {
        ByteBuffer answer = StunMessage.answer(ByteBuffer.wrap(HexFormat.of().parseHex(request)), client);
        return answer == null ? null : hex(answer);
    }

    private static InetSocketAddress client(String address) throws IOException {
        return new InetSocketAddress(InetAddress.getAllByName(address)[0], 32853);
    }

    private static void send(DatagramSocket socket, String hex) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(hex);
        socket.send(new DatagramPacket(bytes, bytes.length));
    }

    private static String hex(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
