package org.visavis.browser;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves the real page, and says to it over a real socket just what a test wants, be it right or wrong. */
final class FaultyServer implements AutoCloseable {
    private static final long PATIENCE = 30;
    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Pattern KEY = Pattern.compile("(?im)^Sec-WebSocket-Key: *(\\S+)");
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, section 1.3
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "js", "text/javascript", "css", "text/css", "svg", "image/svg+xml");

    private static final int TEXT = 1;
    private static final int CLOSE = 8;

    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final ServerSocket socket;

    FaultyServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        inBackground(() -> {
            while (true) {
                Socket client = socket.accept();
                inBackground(() -> serve(client));
            }
        });
    }

    /** One connection of the page. */
    static final class Line {
        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final OutputStream output;

        private Line(OutputStream output) {
            this.output = output;
        }

        /** The next message from the page that has this type. */
        String next(String type) {
            while (true) {
                String text = take(received);
                if (text.startsWith("{\"type\":\"" + type + "\"")) return text;
            }
        }

        /** @param text at most 64 KiB, with single quotes for double ones */
        void says(String text) {
            send(TEXT, text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }

        void closes(int code, String reason) {
            byte[] text = reason.getBytes(StandardCharsets.UTF_8);
            send(
                    CLOSE,
                    ByteBuffer.allocate(2 + text.length)
                            .putShort((short) code)
                            .put(text)
                            .array());
        }

        private synchronized void send(int opcode, byte[] payload) {
            ByteBuffer frame = ByteBuffer.allocate(4 + payload.length).put((byte) (0x80 | opcode));
            if (payload.length < 126) frame.put((byte) payload.length);
            else frame.put((byte) 126).putShort((short) payload.length);
            try {
                output.write(frame.put(payload).array(), 0, frame.position());
                output.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            DataInputStream input = new DataInputStream(client.getInputStream());
            StringBuilder request = new StringBuilder();
            while (request.indexOf("\r\n\r\n") < 0) request.append((char) input.readUnsignedByte());
            Matcher key = KEY.matcher(request);
            if (key.find()) {
                talk(client, input, key.group(1));
            } else {
                answer(client.getOutputStream(), request.toString().split("[ ?]", 3)[1]);
            }
        }
    }

    private static void answer(OutputStream output, String path) throws IOException {
        Path file = WEBAPP.resolve(path.substring(1));
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        boolean known = type != null && Files.isRegularFile(file);
        byte[] content = known ? Files.readAllBytes(file) : new byte[0];
        String head = "HTTP/1.1 " + (known ? "200 OK" : "404 Not Found") + "\r\nContent-Type: " + type
                + "\r\nConnection: close\r\nContent-Length: " + content.length + "\r\n\r\n";
        output.write(head.getBytes(StandardCharsets.US_ASCII));
        output.write(content);
    }

    private void talk(Socket client, DataInputStream input, String key) throws IOException {
        Line line = new Line(client.getOutputStream());
        String head = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Protocol: visavis.v1\r\nSec-WebSocket-Accept: " + accept(key) + "\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        lines.add(line);
        while (true) {
            int opcode = input.readUnsignedByte() & 0x0F;
            byte[] payload = payload(input);
            if (opcode == CLOSE) return;
            if (opcode == TEXT) line.received.add(new String(payload, StandardCharsets.UTF_8));
        }
    }

    /** A browser masks what it sends (RFC 6455, section 5.3). */
    private static byte[] payload(DataInputStream input) throws IOException {
        int length = input.readUnsignedByte() & 0x7F;
        if (length == 126) length = input.readUnsignedShort();
        byte[] mask = input.readNBytes(4);
        byte[] payload = input.readNBytes(length);
        for (int i = 0; i < length; i++) payload[i] ^= mask[i % 4];
        return payload;
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the page is, with a slash at the end. */
    URI base() throws IOException {
        return URI.create("http://localhost:" + socket.getLocalPort() + "/");
    }

    /** The next connection that the page makes. */
    Line line() {
        return take(lines);
    }

    private static <T> T take(BlockingQueue<T> queue) {
        try {
            T taken = queue.poll(PATIENCE, TimeUnit.SECONDS);
            if (taken == null) throw new IllegalStateException("The page does nothing.");
            return taken;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void inBackground(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (SocketException | EOFException e) {
                // the page, or the test, has ended
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
