package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.AuditedVisit;
import org.visavis.SignalingClient;

/** {@code java -jar} writes down who comes and goes, until it stops. */
@Tag("standalone")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LaunchedAuditIT {
    @TempDir
    private Path folder;

    @Test
    void whoComesAndGoesIsWrittenDownUntilTheEnd() throws Exception {
        try (LaunchedWar war = new LaunchedWar(folder, Map.of(), List.of("--port", "0"))) {
            URI base = war.address().resolve("/");
            AuditedVisit visit = new AuditedVisit(base, folder.resolve("data"));
            visit.make();
            try (SignalingClient grace = SignalingClient.signaling(base, "daily")) {
                grace.join("Grace");
                war.terminate();
                war.exit();
            }
            List<String> events = visit.entries().stream()
                    .map(entry -> entry.getString("event"))
                    .toList();
            assertEquals(
                    List.of(
                            "started",
                            "joined",
                            "disconnected",
                            "resumed",
                            "left",
                            "refused",
                            "refused",
                            "joined",
                            "disconnected",
                            "stopped"),
                    events);
        }
    }

    @Test
    void nothingIsWrittenDownIfThatIsNotWanted() throws Exception {
        try (LaunchedWar war = new LaunchedWar(folder, Map.of("VISAVIS_AUDIT", "off"), List.of("--port", "0"))) {
            try (SignalingClient ada = SignalingClient.signaling(war.address().resolve("/"), "daily")) {
                ada.join("Ada");
            }
            war.terminate();
            war.exit();
            assertFalse(Files.exists(folder.resolve("data/audit")));
        }
    }
}
