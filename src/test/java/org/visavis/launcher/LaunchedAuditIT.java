package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
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

/** {@code java -jar} writes down who comes and goes: in its audit log, and if it is told to, in its console. */
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

    @Test
    void theConsoleSaysWhoCallsFromWhereInJson() throws Exception {
        List<String> arguments = List.of("--port", "0", "--verbose", "--log-format", "json");
        try (LaunchedWar war = new LaunchedWar(folder, Map.of(), arguments)) {
            URI base = war.address().resolve("/");
            try (SignalingClient ada = SignalingClient.signaling(base, "daily")) {
                ada.join("Ada");
                ada.send("{\"type\":\"leave\"}");
                ada.expectCloseCode(1000);
            }
            try (SignalingClient nobody = SignalingClient.signaling(base, "a.b")) {
                nobody.expectError("invalid-room");
            }
            war.awaitError("with invalid-room");
            war.terminate();
            List<JsonObject> lines = war.exit()
                    .errors()
                    .lines()
                    .map(line -> Json.createReader(new StringReader(line)).readObject())
                    .toList();
            List<String> messages =
                    lines.stream().map(line -> line.getString("message")).toList();
            assertTrue(messages.contains("Visavis has started."), messages::toString);
            assertSaid(messages, "room daily: #\\d+ opens from 127\\.0\\.0\\.1");
            assertSaid(messages, "room daily: #\\d+ joined as \\S+ from 127\\.0\\.0\\.1");
            assertSaid(messages, "room daily: #\\d+ left from 127\\.0\\.0\\.1");
            assertSaid(messages, "room \\?: refused 127\\.0\\.0\\.1 with invalid-room");
            JsonObject started = lines.get(messages.indexOf("Visavis has started."));
            assertEquals("INFO", started.getString("level"));
            assertEquals("org.visavis.Application", started.getString("logger"));
            assertTrue(started.getString("time").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"));
        }
    }

    private static void assertSaid(List<String> messages, String pattern) {
        assertTrue(messages.stream().anyMatch(message -> message.matches(pattern)), () -> pattern + " in " + messages);
    }
}
