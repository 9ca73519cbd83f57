package org.visavis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** What the server tells the page that tests a computer, and anybody else who asks. */
class DoctorServletIT extends DeployedWar {
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void tellsWhatItSeesOfThePage() throws Exception {
        long before = System.currentTimeMillis();
        JsonObject answer = answer(own());
        long time = answer.getJsonNumber("time").longValueExact();
        assertTrue(before <= time && time <= System.currentTimeMillis(), answer::toString);
        assertEquals(Deployments.version(), answer.getString("version"));
        assertEquals(base.getAuthority(), answer.getString("host"));
        assertTrue(answer.getBoolean("allowed"));
        assertFalse(answer.getBoolean("proxied"));
        assertTrue(answer.isNull("certificateEnds"));
        assertEquals("none", answer.getString("stun"));
    }

    @Test
    void knowsAForeignOrigin() throws Exception {
        assertFalse(answer("http://elsewhere.example").getBoolean("allowed"));
        assertFalse(answer("null").getBoolean("allowed"));
    }

    @Test
    void knowsAProxyByWhatItDoes() throws Exception {
        assertTrue(answer("https://" + base.getAuthority()).getBoolean("proxied"));
        assertTrue(answer(own(), "X-Forwarded-For", "192.0.2.1").getBoolean("proxied"));
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            String request = "GET " + base.getPath() + "doctor HTTP/1.0\r\nHost: " + base.getAuthority() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertTrue(answer.contains("\"proxied\":true"), answer);
        }
    }

    @Test
    void keepsNothingOfAnybodyAndLetsNobodyKeepTheAnswer() throws Exception {
        HttpResponse<String> response = ask("?origin=" + encoded(own()));
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(
                "nosniff",
                response.headers().firstValue("X-Content-Type-Options").orElse(""));
        assertTrue(response.headers().firstValue("Set-Cookie").isEmpty(), () -> "a session: " + response.headers());
    }

    @Test
    void givesNothingBackOfWhatItIsAsked() throws Exception {
        for (String origin : new String[] {"<script>", "x".repeat(1_000), "\"},{\"", "\u0000\n\ud83d\ude00", "://"}) {
            HttpResponse<String> response = ask("?origin=" + encoded(origin));
            JsonObject answer = read(response.body());
            assertFalse(answer.getBoolean("allowed"), origin);
            assertTrue(response.body().length() < 600, response.body());
        }
        for (String query :
                new String[] {"", "?origin", "?origin=", "?origin=a&origin=b&origin=c", "?" + "a&".repeat(500)})
            assertEquals(7, read(ask(query).body()).size(), query);
    }

    @Test
    void readsNoBody() throws Exception {
        assertEquals(405, post(BodyPublishers.noBody()));
        assertEquals(413, post(BodyPublishers.ofString("origin=" + own())));
    }

    private int post(BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve("doctor")).POST(body).build();
        return http.send(request, BodyHandlers.ofString()).statusCode();
    }

    /** The origin of the pages here. */
    private String own() {
        return "http://" + base.getAuthority();
    }

    private JsonObject answer(String origin, String... headers) throws IOException, InterruptedException {
        return read(ask("?origin=" + encoded(origin), headers).body());
    }

    private HttpResponse<String> ask(String query, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("doctor" + query));
        if (headers.length > 0) request.headers(headers);
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        assertEquals(200, response.statusCode(), query);
        return response;
    }

    private static JsonObject read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
