package org.visavis.launcher;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.HexFormat;
import org.visavis.TestCertificate;

/** A connection on which a test says each byte itself, of the handshake and of the frames (RFC 6455). */
final class Wire implements AutoCloseable {
    static final int FINAL = 0x80;
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;
    static final int PONG = 0xA;

    /** The key of the example in RFC 6455, section 1.3. */
    static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    private static final byte[] MASK = {0x12, (byte) 0x9A, (byte) 0xF0, 0x34};

    /** How long an answer may take, in milliseconds; only a failing test waits so long. */
    private static final int PATIENCE = 30_000;

    private final Socket socket;
    private final DataInputStream incoming;

    Wire(URI base) throws IOException {
        Socket plain = new Socket();
        plain.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        socket = base.getScheme().equals("https")
                ? TestCertificate.trust().getSocketFactory().createSocket(plain, base.getHost(), base.getPort(), true)
                : plain;
        socket.setSoTimeout(PATIENCE);
        incoming = new DataInputStream(socket.getInputStream());
    }

    /** After a handshake for a room of {@code /broadcast}. */
    static Wire open(URI base, String room) throws IOException {
        Wire wire = new Wire(base);
        String answer = wire.request(
                "GET /broadcast/" + room + " HTTP/1.1",
                "Host: " + base.getAuthority(),
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: " + KEY);
        if (!answer.startsWith("HTTP/1.1 101 ")) {
            throw new IOException(answer);
        }
        return wire;
    }

    /** Sends these lines, and the empty one behind them; returns the status line and the headers of the answer. */
    String request(String... lines) throws IOException {
        write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(ISO_8859_1));
        StringBuilder answer = new StringBuilder();
        try {
            while (answer.indexOf("\r\n\r\n") < 0) {
                answer.append((char) incoming.readUnsignedByte());
            }
        } catch (EOFException e) {
            // that was all
        }
        return answer.toString();
    }

    /** Sends a frame with a mask, whose length stands in as few bytes as it can. */
    Wire frame(int first, byte... payload) throws IOException {
        ByteArrayOutputStream frame = head(first, MASK_BIT, payload.length);
        frame.write(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ MASK[i % MASK.length]);
        }
        write(frame.toByteArray());
        return this;
    }

    private static final int MASK_BIT = 0x80;

    private static ByteArrayOutputStream head(int first, int maskBit, int length) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(first);
        if (length < 126) {
            head.write(maskBit | length);
        } else {
            head.write(maskBit | 126);
            head.write(length >> 8);
            head.write(length);
        }
        return head;
    }

    Wire text(int first, String text) throws IOException {
        return frame(first, text.getBytes(UTF_8));
    }

    /** Sends bytes as they are, in hexadecimal. */
    Wire raw(String hex) throws IOException {
        write(HexFormat.of().parseHex(hex.replace(" ", "")));
        return this;
    }

    /** Sends each byte of a frame by itself. */
    Wire bytewise(int first, byte... payload) throws IOException {
        socket.setTcpNoDelay(true);
        ByteArrayOutputStream frame = head(first, MASK_BIT, payload.length);
        frame.write(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ MASK[i % MASK.length]);
        }
        for (byte next : frame.toByteArray()) {
            write(next);
        }
        return this;
    }

    private void write(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The next frame, as its first byte and its payload in hexadecimal; "end" where the server has ended the connection. */
    String next() throws IOException {
        try {
            int first = incoming.readUnsignedByte();
            int length = incoming.readUnsignedByte();
            if (length == 126) {
                length = incoming.readUnsignedShort();
            }
            return "%02x %s"
                    .formatted(first, HexFormat.of().formatHex(incoming.readNBytes(length)))
                    .strip();
        } catch (EOFException | SocketException e) { // a reset, where something was still coming
            return "end";
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
