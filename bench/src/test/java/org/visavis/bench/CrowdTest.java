package org.visavis.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the load generator says of those whom a server does not let in. */
class CrowdTest {
    private static final byte[] UPGRADE = "HTTP/1.1 101 \r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TEXT = {(byte) 0x81, 2, 'n', 'o'};

    /** With the code 1013 and a reason. */
    private static final byte[] CLOSE = {(byte) 0x88, 6, 1013 >> 8, (byte) 1013, 'f', 'u', 'l', 'l'};

    @Test
    void saysAtOnceWhoHasLostTheConnectionBeforeBeingLetIn() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 2, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> refuseTheSecond(server));
            try (EventLoop loop = new EventLoop();
                    Crowd crowd =
                            new Crowd(loop, Address.IN_THE_CLEAR.at(server.getLocalPort()), Dialect.SIGNALING, 2)) {
                String message = assertThrows(IllegalStateException.class, () -> crowd.join(1, 2))
                        .getMessage();
                assertEquals(
                        "The server does not let everybody in: 2 of 2 are not, such as"
                                + " client 1 (OPEN, then closed with 1013 full; heard no), client 0 (OPEN; heard nothing).",
                        message);
            }
            end.join();
        }
    }

    /** The first one gets no answer, and may leave when it likes. */
    private static void refuseTheSecond(ServerSocket server) {
        try (Socket first = server.accept()) {
            awaitJoin(first);
            try (Socket second = server.accept()) {
                awaitJoin(second);
                second.getOutputStream().write(TEXT);
                second.getOutputStream().write(CLOSE);
            }
            readUpTo(CLOSE[0] & 0xff, first.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitJoin(Socket socket) throws IOException {
        socket.getOutputStream().write(UPGRADE);
        readUpTo('}', socket.getInputStream());
    }

    /** Masks are zero, so that texts can be read as they are. */
    private static void readUpTo(int last, InputStream input) throws IOException {
        int next = input.read();
        while (next >= 0 && next != last) next = input.read();
    }
}
