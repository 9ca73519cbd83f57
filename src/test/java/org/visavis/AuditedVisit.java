package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Somebody joins, loses the connection, comes back and leaves; two are refused; and all this is in the audit log. */
public final class AuditedVisit {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final URI base;
    private final Path audit;

    /** @param data the data folder of the server */
    public AuditedVisit(URI base, Path data) {
        this.base = base;
        this.audit = data.resolve("audit");
    }

    /** Makes the visit and returns what the log says, in which all of it is found. */
    public List<JsonObject> make() throws IOException, InterruptedException {
        JsonObject welcome;
        try (SignalingClient ada = SignalingClient.signaling(base, "Audited")) {
            welcome = ada.join("Ada");
            ada.abort();
        }
        String id = welcome.getJsonObject("self").getString("id");
        JsonObject lost = await("disconnected");
        assertEquals(id, lost.getString("id"));
        try (SignalingClient ada = SignalingClient.signaling(base, "audited")) {
            String secret = welcome.getJsonObject("resume").getString("secret");
            ada.resume("Ada", secret, welcome.getInt("seq"));
            await("resumed");
            ada.send("{\"type\":\"signal\",\"data\":{\"content\":\"nobody's business\"}}");
            ada.send("{\"type\":\"leave\"}");
            ada.expectCloseCode(1000);
        }
        JsonObject left = await("left");
        JsonObject joined = await("joined");
        for (JsonObject entry : List.of(joined, lost, left)) {
            assertEquals(id, entry.getString("id"));
            assertEquals("audited", entry.getString("room"));
            assertEquals("Ada", entry.getString("name"));
            assertFalse(entry.getBoolean("verified"));
            assertFalse(entry.getString("address").isEmpty());
        }
        assertEquals("left", left.getString("reason"));
        isRefused();
        return entries();
    }

    private void isRefused() throws IOException, InterruptedException {
        try (RawConnection page = new RawConnection(base, "audited", "Origin: https://elsewhere.example")) {
            assertFalse(page.answer().get(0).contains("101"));
        }
        JsonObject refused = await("refused");
        assertEquals("origin", refused.getString("code"));
        assertEquals("https://elsewhere.example", refused.getString("origin"));
        assertEquals("audited", refused.getString("room"));
        assertFalse(refused.getString("address").isEmpty());
        try (SignalingClient client = SignalingClient.signaling(base, "a.b")) {
            client.expectError("invalid-room");
        }
        until(() ->
                entries().stream().anyMatch(entry -> entry.getString("code", "").equals("invalid-room")));
    }

    /** The entries so far. Each is a whole line of JSON, and nobody but the owner reads them. */
    public List<JsonObject> entries() throws IOException {
        List<JsonObject> entries = new ArrayList<>();
        if (!Files.isDirectory(audit)) {
            return entries;
        }
        try (Stream<Path> files = Files.list(audit)) {
            for (Path file : files.sorted().toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                Files.readAllLines(file).forEach(line -> entries.add(parsed(line)));
            }
        }
        return entries;
    }

    private static JsonObject parsed(String line) {
        assertFalse(line.contains("business"), line);
        return Json.createReader(new StringReader(line)).readObject();
    }

    private JsonObject await(String event) throws IOException, InterruptedException {
        until(() -> entries().stream().anyMatch(entry -> is(event, entry)));
        return entries().stream().filter(entry -> is(event, entry)).findFirst().orElseThrow();
    }

    private static boolean is(String event, JsonObject entry) {
        return entry.getString("event").equals(event);
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void until(Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.holds()) {
            assertFalse(System.nanoTime() > end, "in time");
            TimeUnit.MILLISECONDS.sleep(20); // between two looks
        }
    }
}
