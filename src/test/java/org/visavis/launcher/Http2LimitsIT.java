package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.SignalingClient;
import org.visavis.TestCertificate;

/** Clients that misuse HTTP/2, where one connection has many requests: the others are served all the same. */
@Tag("standalone")
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class Http2LimitsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** As many as the server lets one connection have at once. */
    private static final int STREAMS = 16;

    @TempDir
    private Path folder;

    private final List<Http2Wire> wires = new ArrayList<>();

    @AfterEach
    void closeAll() throws IOException {
        for (Http2Wire wire : wires) {
            wire.close();
        }
    }

    private LaunchedWar launch(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--port", "0"));
        arguments.addAll(TestCertificate.options());
        return new LaunchedWar(folder, Map.of(), arguments);
    }

    private Http2Wire connect(URI base, int window) throws IOException {
        Http2Wire wire = new Http2Wire(base, window);
        wires.add(wire);
        return wire;
    }

    /** More of them than there are threads: each takes nothing of the answers. */
    @Test
    void doNotKeepItsThreadsByNotReading() throws Exception {
        try (LaunchedWar war = launch()) {
            URI base = war.secureAddress().resolve("/");
            for (int i = 0; i < 100; i++) {
                Http2Wire wire = connect(base, 0);
                for (int stream = 0; stream < STREAMS; stream++) {
                    wire.get("/webrtc.css", 0);
                }
            }
            assertServesOthers(base);
        }
    }

    @Test
    void doNotFillItsMemoryWithRequests() throws Exception {
        try (LaunchedWar war = launch("-Xmx48m")) {
            URI base = war.secureAddress().resolve("/");
            for (int i = 0; i < 100; i++) {
                try {
                    Http2Wire wire = connect(base, 0);
                    for (int stream = 0; stream < STREAMS; stream++) {
                        wire.get("/webrtc.css", 6_000);
                    }
                } catch (IOException e) {
                    // It has been cut off already.
                }
            }
            assertServesOthers(base);
        }
    }

    /** CVE-2023-44487: each request is taken back at once, so that it never counts as one of those that may be under way. */
    @Test
    void areSentAwayForTakingBackTheirRequests() throws Exception {
        try (LaunchedWar war = launch()) {
            URI base = war.secureAddress().resolve("/");
            Http2Wire wire = connect(base, 65_535);
            try {
                for (int i = 0; i < 20_000; i++) {
                    wire.get("/webrtc.css", 0).cancel();
                }
                wire.isSentAway(); // returns when the connection has ended
            } catch (IOException e) {
                // It has ended already.
            }
            assertServesOthers(base);
        }
    }

    private static void assertServesOthers(URI base) throws IOException, InterruptedException {
        for (Version version : Version.values()) {
            for (String path : List.of("health/live", "webrtc.css")) {
                HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                        .version(version)
                        .timeout(PATIENCE)
                        .build();
                assertEquals(
                        200,
                        TestCertificate.client()
                                .send(request, BodyHandlers.discarding())
                                .statusCode());
            }
        }
        try (SignalingClient other = SignalingClient.signaling(base, "calm")) {
            other.join("Ada");
            other.expectNothingElse();
        }
    }
}
