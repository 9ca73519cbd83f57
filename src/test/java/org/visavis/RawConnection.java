package org.visavis;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/**
 * A WebSocket by hand, for what a proper client would not do: it sends the headers it is told to, and after the handshake
 * it reads nothing unless it is told to, as a computer that is overwhelmed.
 */
public final class RawConnection implements AutoCloseable {
    private static final int TEXT_FRAME = 0x81; // the last frame of a text message (RFC 6455, section 5.2)
    private static final int MASKED = 0x80;
    private static final int EMPTY_FRAME_BYTES = 6;
    private static final int FRAMES_AT_ONCE = 10_000;

    /** How long the handshake may take, in milliseconds; only a failing test waits so long. */
    private static final int ANSWER_TIME = 30_000;

    private final Socket socket;
    private final List<String> answer = new ArrayList<>();

    public RawConnection(URI base, String room, String... headers) throws IOException {
        Socket plain = new Socket();
        plain.setReceiveBufferSize(4_096); // before connecting, so that it bounds the window
        plain.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        socket = base.getScheme().equals("https")
                ? TestCertificate.trust().getSocketFactory().createSocket(plain, base.getHost(), base.getPort(), true)
                : plain;
        socket.setSoTimeout(ANSWER_TIME);
        List<String> request = new ArrayList<>(List.of(
                "GET " + base.getPath() + "signaling/" + room + " HTTP/1.1",
                "Host: " + base.getAuthority(),
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
        request.addAll(List.of(headers));
        request.add("\r\n");
        socket.getOutputStream().write(String.join("\r\n", request).getBytes(StandardCharsets.US_ASCII));
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        for (String line = reader.readLine(); !line.isEmpty(); line = reader.readLine()) {
            answer.add(line.toLowerCase(Locale.ROOT));
        }
        socket.setSoTimeout(0); // what comes from now on may take its time
    }

    /** The status line and the headers of the answer, in lower case. */
    List<String> answer() {
        return answer;
    }

    /** Whatever comes until the server ends the connection, a character for each byte. */
    String readToEnd() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** What comes, as it comes. */
    public InputStream incoming() throws IOException {
        return socket.getInputStream();
    }

    /** At most 125 characters of ASCII. */
    public void send(String text) throws IOException {
        socket.getOutputStream().write(frame(text, 0));
    }

    /** As {@link #send}, many at once: the server mostly finds all of them there. */
    public void send(List<String> texts) throws IOException {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (String text : texts) {
            frames.write(frame(text, 0));
        }
        frames.writeTo(socket.getOutputStream());
    }

    /** As {@link #send}, with this mask, and each byte by itself: the server seldom gets more than one at once. */
    public void sendBytewise(String text, int mask) throws IOException {
        socket.setTcpNoDelay(true);
        for (byte next : frame(text, mask)) {
            socket.getOutputStream().write(next);
        }
    }

    private static byte[] frame(String text, int mask) {
        ByteBuffer frame = ByteBuffer.allocate(EMPTY_FRAME_BYTES + text.length());
        frame.put((byte) TEXT_FRAME).put((byte) (MASKED | text.length())).putInt(mask);
        for (byte next : text.getBytes(StandardCharsets.US_ASCII)) {
            int maskByte = frame.get(2 + (frame.position() - EMPTY_FRAME_BYTES) % Integer.BYTES);
            frame.put((byte) (next ^ maskByte));
        }
        return frame.array();
    }

    /**
     * Sends control frames, many at a time, until the connection has ended.
     *
     * @param kind first byte of each, such as 0x89 for a ping (RFC 6455, section 5.2)
     * @param bytes what each carries, 125 at most (section 5.5)
     * @param sent counts them
     */
    public void flood(int kind, int bytes, LongAdder sent) {
        int frameBytes = EMPTY_FRAME_BYTES + bytes;
        ByteBuffer frames = ByteBuffer.allocate(FRAMES_AT_ONCE * frameBytes);
        for (int i = 0; i < FRAMES_AT_ONCE; i++) {
            frames.position(i * frameBytes).put((byte) kind).put((byte) (MASKED | bytes));
        }
        try {
            while (true) {
                socket.getOutputStream().write(frames.array());
                sent.add(FRAMES_AT_ONCE);
            }
        } catch (IOException ended) {
            // by the server, or by our close
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
