package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.SignalingClient;
import org.visavis.TestCertificate;

/** Connections to {@code java -jar} that are no call yet, and will not be one. */
@Tag("standalone")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NewcomersIT {
    /** Each with a request that has not ended: more than the heap has room for. */
    private static final int MANY = 2_500;

    private static final String BEGINNING = "GET / HTTP/1.1\r\nX: " + "x".repeat(6_000);

    @TempDir
    private Path folder;

    @Test
    void takeNoMoreMemoryThanThereIs() throws Exception {
        List<Socket> newcomers = new ArrayList<>();
        try (LaunchedWar war = new LaunchedWar(folder, Map.of(), List.of("-Xmx48m", "--port", "0"))) {
            URI base = war.address().resolve("/");
            for (int i = 0; i < MANY; i++) {
                Socket socket = new Socket(base.getHost(), base.getPort());
                newcomers.add(socket);
                begin(socket);
            }
            assertLives(base, HttpClient.newHttpClient());
            try (SignalingClient ada = SignalingClient.signaling(base, "calm")) {
                ada.join("Ada");
                ada.expectNothingElse();
            }
        } finally {
            for (Socket socket : newcomers) {
                socket.close();
            }
        }
    }

    /** Parameters of handshakes, which nobody reads, and which Tomcat would keep for as long as a connection lives. */
    @Test
    void keepNothingOfTheirParameters() throws Exception {
        String parameters =
                IntStream.range(100, 1_090).mapToObj(Integer::toString).collect(Collectors.joining("&"));
        List<Wire> joined = new ArrayList<>();
        try (LaunchedWar war = new LaunchedWar(folder, Map.of(), List.of("-Xmx64m", "--port", "0"))) {
            URI base = war.address().resolve("/");
            for (int i = 0; i < 700; i++) { // 309 took all the memory
                joined.add(Wire.open(base, "room" + i + "?" + parameters));
            }
            try (SignalingClient ada = SignalingClient.signaling(base, "calm")) {
                ada.join("Ada");
                ada.expectNothingElse();
            }
        } finally {
            for (Wire wire : joined) {
                wire.close();
            }
        }
    }

    /** Over TLS each takes much more memory; those for whom there is none are sent away. */
    @Test
    void overTlsAreNoMoreThanThereIsMemoryFor() throws Exception {
        List<Wire> open = new ArrayList<>();
        List<String> tls = new ArrayList<>(List.of("-Xmx48m", "--port", "0"));
        tls.addAll(TestCertificate.options());
        try (LaunchedWar war = new LaunchedWar(folder, Map.of(), tls)) {
            URI base = war.secureAddress().resolve("/");
            for (int i = 0; i < 520; i++) { // fewer took all the memory
                open.add(Wire.open(base, "room" + i));
            }
            open.get(0).close();
            assertLives(base, TestCertificate.client());
        } finally {
            for (Wire wire : open) {
                wire.close();
            }
        }
    }

    private static void assertLives(URI base, HttpClient client) throws IOException, InterruptedException {
        HttpRequest health = HttpRequest.newBuilder(base.resolve("health/live")).build();
        assertEquals(200, client.send(health, BodyHandlers.discarding()).statusCode());
    }

    private static void begin(Socket socket) {
        try {
            socket.getOutputStream().write(BEGINNING.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // It has been cut off already.
        }
    }

    /** The system refuses to open more, again and again; that is one line, and no stack trace. */
    @Test
    void beyondTheOpenFilesAreOneLineInTheLog() throws Exception {
        List<Socket> newcomers = new ArrayList<>();
        try (LaunchedWar war = new LaunchedWar(folder, Map.of(), List.of("ulimit -n 64", "--port", "0"))) {
            URI base = war.address().resolve("/");
            for (int i = 0; i < 100; i++) {
                newcomers.add(new Socket(base.getHost(), base.getPort()));
            }
            war.awaitError("Too many open files");
            for (Socket socket : newcomers) {
                socket.close();
            }
            assertLives(base, HttpClient.newHttpClient());
            war.terminate();
            String errors = war.exit().errors();
            assertEquals(
                    1,
                    errors.lines()
                            .filter(line -> line.contains("Too many open files"))
                            .count(),
                    errors);
            assertTrue(errors.lines().noneMatch(line -> line.startsWith("\tat ")), errors);
        } finally {
            for (Socket socket : newcomers) {
                socket.close();
            }
        }
    }
}
