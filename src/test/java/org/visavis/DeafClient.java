package org.visavis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that says what it has to, and then never reads its socket again: as a computer that is overwhelmed. */
final class DeafClient implements AutoCloseable {
    private static final int TEXT_FRAME = 0x81; // the last frame of a text message (RFC 6455, section 5.2)
    private static final int MASKED = 0x80;

    private final Socket socket = new Socket();

    DeafClient(URI base, String room) throws IOException {
        socket.setReceiveBufferSize(4_096); // before connecting, so that it bounds the window
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        String request = String.join(
                "\r\n",
                "GET " + base.getPath() + "signaling/" + room + " HTTP/1.1",
                "Host: " + base.getAuthority(),
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "",
                "");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        BufferedReader answer =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String status = answer.readLine();
        assertTrue(status.startsWith("HTTP/1.1 101"), status);
    }

    void join() throws IOException {
        byte[] text = "{\"type\":\"join\",\"name\":\"Deaf\"}".getBytes(StandardCharsets.US_ASCII);
        OutputStream output = socket.getOutputStream();
        output.write(new byte[] {(byte) TEXT_FRAME, (byte) (MASKED | text.length), 0, 0, 0, 0}); // a mask of zeros
        output.write(text);
        output.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
