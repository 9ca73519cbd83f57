package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.visavis.SignalingClient;
import org.visavis.TestCertificate;

/** More slow clients than {@code java -jar} has threads: the others are served all the same. */
@Tag("standalone")
class WorkersIT {
    /** Tomcat has 200 threads. */
    private static final int MANY = 250;

    /** How long an answer may take; with all threads waiting it was 60 s for each byte. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How often the page is asked for: more than the system takes for one who reads nothing. */
    private static final int OFTEN = 100;

    /** So much that the system lets the server send more, in bytes. */
    private static final int LITTLE = 2_048;

    private static final long PACE = TimeUnit.SECONDS.toNanos(1);

    @TempDir
    private Path folder;

    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void closeAll() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /login HTTP/1.1|Host: %1$s|Content-Length: 1000000||x",
                "POST /j_security_check HTTP/1.1|Host: %1$s|Content-Length: 1000000||x",
                "GET /webrtc.html HTTP/1.1|Host: %1$s|Content-Length: 1000000||x",
                "GET /webrtc.html HTTP/1.1|Host: %1$s|Transfer-Encoding: chunked||1",
                "GET /webrtc.html HTTP/1.1|Host: %1$s|Content-Length: 5|Transfer-Encoding: chunked||1",
                "POST /j_security_check;a=1 HTTP/1.1|Host: %1$s|Content-Length: 1000000||x",
                "GET /signaling/room HTTP/1.1|Host: %1$s|Connection: Upgrade|Upgrade: websocket|"
                        + "Sec-WebSocket-Version: 13|Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==|"
                        + "Content-Length: 1000000||x"
            })
    void refusesBodiesThatNobodyWants(String request) throws Exception {
        try (LaunchedWar war = ServingMode.HTTP.launch(folder, Map.of())) {
            URI base = war.address().resolve("/");
            for (int i = 0; i < MANY; i++) {
                send(base, request);
            }
            assertServesOthers(base);
            int refused = 0;
            for (Socket socket : slow) {
                String answer = toItsEnd(socket);
                // A server that is short of processors may cut somebody off first.
                assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 413 "), answer);
                refused += answer.isEmpty() ? 0 : 1;
            }
            assertTrue(refused > 0);
        }
    }

    /** All that comes until the connection ends. */
    private static String toItsEnd(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @EnumSource
    void doesNotWaitForThoseWhoReadSlowly(ServingMode mode) throws Exception {
        try (LaunchedWar war = mode.launch(folder, Map.of())) {
            URI base = mode.address(war).resolve("/");
            for (int i = 0; i < MANY; i++) {
                send(base, "GET /webrtc.css HTTP/1.1|Host: %1$s||".repeat(OFTEN));
            }
            Thread reader = new Thread(this::readSlowly, "slow readers");
            reader.start();
            assertServesOthers(base);
            reader.interrupt();
            reader.join();
        }
    }

    /** Never stands still for as long as a server waits for somebody: a little each second, at their own pace. */
    private void readSlowly() {
        while (!Thread.currentThread().isInterrupted()) {
            for (Socket socket : slow) {
                try {
                    socket.getInputStream()
                            .readNBytes(Math.min(socket.getInputStream().available(), LITTLE));
                } catch (IOException e) {
                    // It has been cut off.
                }
            }
            LockSupport.parkNanos(PACE);
        }
    }

    /** @param request with a vertical bar for the end of each line */
    private void send(URI base, String request) throws IOException {
        Socket plain = new Socket();
        plain.setReceiveBufferSize(4_096); // before connecting, so that it bounds the window
        plain.connect(new InetSocketAddress(base.getHost(), base.getPort()));
        Socket socket = base.getScheme().equals("https")
                ? TestCertificate.trust().getSocketFactory().createSocket(plain, base.getHost(), base.getPort(), true)
                : plain;
        slow.add(socket);
        socket.getOutputStream()
                .write(request.formatted(base.getAuthority())
                        .replace("|", "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static void assertServesOthers(URI base) throws IOException, InterruptedException {
        HttpClient client = base.getScheme().equals("https") ? TestCertificate.client() : HttpClient.newHttpClient();
        for (String path : List.of("health/live", "webrtc.html")) {
            HttpRequest request =
                    HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build();
            assertEquals(200, client.send(request, BodyHandlers.discarding()).statusCode());
        }
        try (SignalingClient other = SignalingClient.signaling(base, "calm")) {
            other.join("Ada");
            other.expectNothingElse();
        }
    }
}
