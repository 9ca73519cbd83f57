package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With {@code java -jar} a link lets the administrator in: once, and then the data folder has another. */
@Tag("standalone")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AdminLinkIT {
    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private LaunchedWar war;
    private URI base;
    private String printed;

    @BeforeEach
    void start() throws IOException {
        List<String> arguments = List.of("--port", "0", "--access-log", "--verbose", "--host", "127.0.0.1");
        war = new LaunchedWar(folder, Map.of(), arguments);
        base = war.address().resolve("/");
        String line = war.lineWith("administrator");
        printed = line.substring(line.indexOf("http"));
        assertTrue(printed.startsWith(base + "admin.html#"), printed);
    }

    @AfterEach
    void stop() {
        war.close();
    }

    @Test
    void aLinkWorksOnceAndTheFolderHasTheNext() throws Exception {
        assertEquals(printed, inFolder());
        assertRefused(401, "login-required", state(null));
        HttpResponse<String> entered = enter(printed, origin());
        assertEquals(204, entered.statusCode());
        String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
        for (String part : List.of("HttpOnly", "SameSite=Strict", "Path=/admin", "Max-Age=43200")) {
            assertTrue(cookie.contains(part), cookie);
        }
        assertFalse(cookie.contains("Secure"), cookie); // a browser would not send it over plain HTTP
        String session = cookie.substring(0, cookie.indexOf(';'));
        JsonObject state = json(state(session));
        assertEquals("link", state.getString("way"));
        assertEquals(0, state.getJsonObject("rooms").getInt("total"));

        assertRefused(401, "link-invalid", enter(printed, origin()));
        assertEquals(204, enter(inFolder(), origin()).statusCode());

        assertEquals(204, post("admin/sign-out", origin(), "Cookie", session).statusCode());
        assertRefused(401, "login-required", state(session));
    }

    @Test
    void wrongTokensForeignPagesAndMadeUpSessionsAreRefused() throws Exception {
        assertRefused(403, "foreign-origin", enter(printed, "https://evil.example"));
        assertRefused(403, "foreign-origin", enter(printed, null));
        assertRefused(401, "login-required", state("visavis-admin=" + printed.substring(printed.indexOf('#') + 1)));
        HttpResponse<String> wrong = enter(base + "#wrong", origin());
        assertRefused(401, "link-invalid", wrong);
        while (wrong.statusCode() == 401) {
            wrong = enter(base + "#wrong", origin());
        }
        assertRefused(429, "too-many-attempts", wrong);
        assertEquals(204, enter(printed, origin()).statusCode()); // nobody can lock the administrator out
    }

    /** Whoever is on the way could read the session there. */
    @Test
    void nobodyComesInOverPlainHttpFromElsewhere() throws Exception {
        String forwarded = "X-Forwarded-For";
        assertRefused(403, "insecure", post("admin/session", origin(), forwarded, "10.1.2.3"));
        HttpRequest plain = HttpRequest.newBuilder(base.resolve("admin/state"))
                .header(forwarded, "10.1.2.3")
                .build();
        assertRefused(403, "insecure", http.send(plain, BodyHandlers.ofString()));
        HttpRequest secure = HttpRequest.newBuilder(base.resolve("admin/state"))
                .header(forwarded, "10.1.2.3")
                .header("X-Forwarded-Proto", "https")
                .build();
        assertRefused(401, "login-required", http.send(secure, BodyHandlers.ofString()));
    }

    @Test
    void logsTellWhatWasDoneAndHaveNeitherLinkNorSession() throws Exception {
        String cookie =
                enter(printed, origin()).headers().firstValue("Set-Cookie").orElseThrow();
        String session = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        assertEquals(200, state("visavis-admin=" + session).statusCode());
        HttpResponse<String> drained = post(
                "admin/drain",
                origin(),
                "Cookie",
                "visavis-admin=" + session,
                "Visavis-Order",
                "%7B%22draining%22:true%7D");
        assertEquals(204, drained.statusCode());
        String next = inFolder();
        war.terminate();
        StringBuilder logs = new StringBuilder(war.exit().errors());
        try (var files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(log|jsonl)"))
                    .toList()) {
                logs.append(Files.readString(file));
            }
        }
        assertTrue(logs.indexOf("/admin/session") > 0, logs::toString); // the access log is among them
        String done = "\"event\":\"drain-started\",\"by\":\"administrator\",\"address\":\"127.0.0.1\"";
        assertTrue(logs.indexOf(done) > 0, logs::toString);
        for (String secret : List.of(printed, next, "#" + session)) {
            assertFalse(logs.toString().contains(secret.substring(secret.indexOf('#') + 1)));
        }
        assertFalse(Files.exists(folder.resolve("data/admin-link")));
    }

    private String inFolder() throws IOException {
        return Files.readString(folder.resolve("data/admin-link")).strip();
    }

    private String origin() {
        return "http://" + base.getAuthority();
    }

    private HttpResponse<String> enter(String link, String origin) throws IOException, InterruptedException {
        return post("admin/session", origin, "Authorization", "Bearer " + link.substring(link.indexOf('#') + 1));
    }

    /** @param headers names and values in turn */
    private HttpResponse<String> post(String path, String origin, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).headers(headers).POST(BodyPublishers.noBody());
        if (origin != null) request.header("Origin", origin);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> state(String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("admin/state"));
        if (cookie != null) request.header("Cookie", cookie);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static void assertRefused(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer::body);
        assertEquals(code, json(answer).getString("code"));
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }
}
