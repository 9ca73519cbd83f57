package org.visavis.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** A reverse proxy with a mistake in what it makes of the head of each request. */
final class FaultyProxy implements AutoCloseable {
    private final ServerSocket socket;
    private final URI server;
    private volatile UnaryOperator<String> mistake;

    private FaultyProxy(URI server, UnaryOperator<String> mistake) {
        this.server = server;
        this.mistake = mistake;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        inBackground(() -> {
            while (true) {
                Socket client = socket.accept();
                inBackground(() -> serve(client));
            }
        });
    }

    /** As nginx does unless it is told otherwise, it asks for the server by the name that it has for it itself. */
    static FaultyProxy withItsOwnHost(URI server) {
        String host = server.getHost() + ":" + server.getPort();
        return new FaultyProxy(server, head -> head.replaceFirst("(?im)^Host:.*$", "Host: " + host));
    }

    /** It leaves out what makes a handshake of a request. */
    static FaultyProxy withoutUpgrade(URI server) {
        return new FaultyProxy(server, head -> head.replaceFirst("(?im)^Upgrade:.*\\r\\n", ""));
    }

    /** From now on it does all as it should. */
    void isMended() {
        mistake = UnaryOperator.identity();
    }

    /** The page at this proxy, with a slash at the end. */
    URI base() {
        return URI.create("http://localhost:" + socket.getLocalPort() + server.getPath());
    }

    private void serve(Socket client) throws IOException {
        try (client;
                Socket upstream = new Socket(server.getHost(), server.getPort())) {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = client.getInputStream().read();
                if (next < 0) return;
                head.append((char) next);
            }
            boolean isHandshake = head.indexOf("Upgrade: websocket") > 0;
            String sent = mistake.apply(head.toString());
            if (!isHandshake) sent = sent.replaceFirst("(?im)^Connection:.*$", "Connection: close");
            upstream.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));
            inBackground(() -> pass(client.getInputStream(), upstream.getOutputStream()));
            pass(upstream.getInputStream(), client.getOutputStream());
        }
    }

    private static void pass(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[8_192];
        for (int length = from.read(buffer); length >= 0; length = from.read(buffer)) {
            to.write(buffer, 0, length);
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void inBackground(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // one of the two ends, or the test, has closed the connection
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
