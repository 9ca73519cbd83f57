package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.SignalingClient;

/** An administrator lets {@code java -jar} drain, by a signal. */
@Tag("standalone")
class DrainSignalIT {
    @TempDir
    private Path folder;

    @Test
    void oneSignalStartsAndTheNextEnds() throws IOException, InterruptedException {
        try (LaunchedWar war = new LaunchedWar(folder, Map.of("VISAVIS_PORT", "0"), List.of("--host", "127.0.0.1"))) {
            URI base = war.address().resolve("/");
            assertEquals(200, ready(base));
            war.toggleDrain();
            war.awaitError("Visavis drains: ");
            assertEquals(503, ready(base));
            try (SignalingClient hedy = SignalingClient.signaling(base, "daily")) {
                hedy.send("{\"type\":\"join\",\"name\":\"Hedy\"}");
                hedy.expectError("draining");
            }
            war.toggleDrain();
            war.awaitError("Visavis drains no more: ");
            assertEquals(200, ready(base));
            try (SignalingClient hedy = SignalingClient.signaling(base, "daily")) {
                hedy.join("Hedy");
            }
        }
    }

    private static int ready(URI base) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve("health/ready")).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }
}
