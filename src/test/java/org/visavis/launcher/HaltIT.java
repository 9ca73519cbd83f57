package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.SignalingClient;

/** Without memory {@code java -jar} ends, and so can be started again; it does not go on as if it lived. */
@Tag("standalone")
class HaltIT {
    private static final String LONG = "{\"type\":\"signal\",\"data\":{\"x\":\"" + "x".repeat(60_000) + "\"}}";

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void endsWhenMemoryHasRunOut() throws Exception {
        Map<String, String> boundless = Map.of("VISAVIS_HISTORY_MEMORY", "1048576");
        try (LaunchedWar war = new LaunchedWar(folder, boundless, List.of("-Xmx32m", "--port", "0"))) {
            URI base = war.address().resolve("/");
            try {
                for (int room = 0; ; room++) { // what is said in each of them is kept for whoever loses the connection
                    SignalingClient one = SignalingClient.signaling(base, "room" + room);
                    SignalingClient other = SignalingClient.signaling(base, "room" + room);
                    one.join("Ada");
                    other.join("Grace");
                    for (int i = 0; i < 16; i++) {
                        one.send(LONG);
                    }
                }
            } catch (Exception | AssertionError ended) {
                LaunchedWar.Exit exit = war.exit();
                assertEquals(Halt.STATUS, exit.status());
                assertTrue(exit.errors().contains("Visavis has run out of memory and ends."), exit.errors());
            }
        }
    }
}
