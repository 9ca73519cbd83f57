package org.visavis.launcher;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.visavis.TestCertificate;

/** A connection over HTTP/2 on which a test sends each frame itself (RFC 9113), and reads nothing unless it wants to. */
final class Http2Wire implements AutoCloseable {
    private static final int HEADERS = 0x1;
    private static final int RESET = 0x3;
    private static final int SETTINGS = 0x4;
    private static final int GO_AWAY = 0x7;
    private static final int END_STREAM_AND_HEADERS = 0x5;

    /** The setting SETTINGS_INITIAL_WINDOW_SIZE. */
    private static final int INITIAL_WINDOW = 0x4;

    /** The error CANCEL. */
    private static final int CANCEL = 0x8;

    private static final int PATIENCE = 30_000;

    private final SSLSocket socket;
    private final String authority;
    private int stream = -1;

    /** @param window how many bytes of an answer the server may send without being asked for more */
    Http2Wire(URI base, int window) throws IOException {
        authority = base.getAuthority();
        socket = (SSLSocket) TestCertificate.trust().getSocketFactory().createSocket(base.getHost(), base.getPort());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(PATIENCE);
        socket.startHandshake();
        if (!"h2".equals(socket.getApplicationProtocol())) {
            throw new IOException("The server does not offer HTTP/2.");
        }
        socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
        frame(
                SETTINGS,
                0,
                0,
                ByteBuffer.allocate(6)
                        .putShort((short) INITIAL_WINDOW)
                        .putInt(window)
                        .array());
    }

    /**
     * Asks for a path, and returns at once.
     *
     * @param filler the length of a header that nobody needs
     */
    Http2Wire get(String path, int filler) throws IOException {
        stream += 2;
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(0x82); // :method GET and :scheme https, from the static table of RFC 7541
        block.write(0x87);
        literal(block, 0x04, path); // :path
        literal(block, 0x01, authority); // :authority
        if (filler > 0) {
            block.write(0x00);
            string(block, "x-filler");
            string(block, "x".repeat(filler));
        }
        frame(HEADERS, END_STREAM_AND_HEADERS, stream, block.toByteArray());
        return this;
    }

    /** Takes the last request back. */
    Http2Wire cancel() throws IOException {
        frame(RESET, 0, stream, ByteBuffer.allocate(4).putInt(CANCEL).array());
        return this;
    }

    private static void literal(ByteArrayOutputStream block, int index, String value) {
        block.write(index);
        string(block, value);
    }

    /** A length with a prefix of seven bits, then the text as it is. */
    private static void string(ByteArrayOutputStream block, String text) {
        int rest = text.length();
        if (rest < 127) {
            block.write(rest);
        } else {
            block.write(127);
            for (rest -= 127; rest >= 128; rest /= 128) {
                block.write(rest % 128 + 128);
            }
            block.write(rest);
        }
        block.writeBytes(text.getBytes(US_ASCII));
    }

    private void frame(int type, int flags, int id, byte... payload) throws IOException {
        ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
        frame.putInt(payload.length << 8 | type).put((byte) flags).putInt(id).put(payload);
        socket.getOutputStream().write(frame.array());
    }

    /** Reads until the server ends the connection. Returns whether it said so before. */
    boolean isSentAway() throws IOException {
        DataInputStream incoming = new DataInputStream(socket.getInputStream());
        try {
            while (true) {
                int head = incoming.readInt();
                incoming.skipNBytes(5);
                incoming.skipNBytes(head >>> 8);
                if ((head & 0xFF) == GO_AWAY) {
                    return true;
                }
            }
        } catch (EOFException | SocketException | SSLException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
