package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.Acquaintance;
import org.visavis.RawConnection;
import org.visavis.SignalingClient;

/** What comes to {@code java -jar} is what was sent, however long it is and however it was cut up on the way. */
class UnmaskingIT {
    /** Longer than all the buffers that a text goes through: in several parts, frames and reads. */
    private static final int LONGEST = 9_000;

    @TempDir
    private Path folder;

    @Test
    void passesOnWhatWasSent() throws Exception {
        try (LaunchedWar war = new LaunchedWar(folder, Map.of(), List.of("--port", "0"))) {
            URI base = war.address().resolve("/");
            try (SignalingClient sender = SignalingClient.broadcast(base, "masks"); // each frame with a mask of its own
                    SignalingClient receiver = SignalingClient.broadcast(base, "masks")) {
                Acquaintance.make(receiver, sender);
                for (int length = 0; length < LONGEST; length += 1 + length / 9) {
                    String text = "äb\u2028\uD83D\uDE00".repeat(length / 5) + "x".repeat(length % 5);
                    sender.send(text);
                    assertEquals(text, receiver.next());
                }
            }
            try (SignalingClient first = SignalingClient.signaling(base, "pieces");
                    RawConnection other = new RawConnection(base, "pieces")) {
                first.join("Ada");
                other.sendBytewise("{\"type\":\"join\",\"name\":\"Grace\"}", 0x129AF034);
                assertEquals(
                        "Grace", first.next("peer-joined").getJsonObject("peer").getString("name"));
            }
        }
    }
}
