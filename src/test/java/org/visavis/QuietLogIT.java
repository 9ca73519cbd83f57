package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.launcher.LaunchedWar;

/** What clients do wrong is their fault: the log says nothing of it, and goes on saying what administrators must know. */
@Tag("standalone")
class QuietLogIT {
    /** Who sets a portal up must see why its pages do not connect, and a stranger must not fill the log with it. */
    @Test
    void eachForeignOriginIsNamedOnce(@TempDir Path folder) throws Exception {
        try (LaunchedWar war = new LaunchedWar(folder, Map.of(), List.of("--port", "0"))) {
            URI base = war.address().resolve("/");
            for (int i = 0; i < 3; i++) {
                for (String origin : List.of("https://elsewhere.example", "http://portal.example:8080")) {
                    try (RawConnection page = new RawConnection(base, "daily", "Origin: " + origin)) {
                        assertEquals("http/1.1 403", page.answer().get(0).strip());
                    }
                }
            }
            war.terminate();
            List<String> refusals = war.exit()
                    .errors()
                    .lines()
                    .filter(line -> line.contains("may not connect"))
                    .map(line -> line.replaceFirst("^[0-9:]+ ", ""))
                    .toList();
            assertEquals(
                    List.of(
                            "WARNING A page of https://elsewhere.example may not connect (visavis.allowed.origins);"
                                    + " 127.0.0.1 asked.",
                            "WARNING A page of http://portal.example:8080 may not connect (visavis.allowed.origins);"
                                    + " 127.0.0.1 asked."),
                    refusals);
        }
    }

    @Test
    void badInputLeavesNothingInTheLog(@TempDir Path folder) throws Exception {
        try (LaunchedWar war = new LaunchedWar(folder, Map.of(), List.of("--port", "0"))) {
            URI base = war.address().resolve("/");
            for (BadInput input : BadInput.values()) {
                input.tryOut(base);
            }
            for (String room : BadInput.ROOMS) {
                try (SignalingClient client = SignalingClient.signaling(base, room)) {
                    client.expectError("invalid-room");
                }
            }
            try (SignalingClient witness = SignalingClient.signaling(base, "daily")) {
                witness.join("Ada");
                war.terminate();
                assertEquals("rejoin", witness.next("closing").getString("action"));
                witness.expectClose(1001, "");
            }
            List<String> logged = war.exit()
                    .errors()
                    .lines()
                    .map(line -> line.replaceFirst("^[0-9:]+ ", ""))
                    .dropWhile(line -> !line.equals("Visavis has started.")) // what is set
                    .toList();
            assertEquals(List.of("Visavis has started.", "Visavis has stopped."), logged);
        }
    }
}
