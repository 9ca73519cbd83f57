package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page and its parts come with the right types and headers; what is nobody's business does not come. */
class StaticFilesIT extends DeployedWar {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource({
        "webrtc.html, text/html, <!doctype html>",
        "localwebrtc.html, text/html, <!doctype html>",
        "webrtc.css, text/css, :root",
        "webrtc.js, text/javascript, import",
        "js/call/peer.js, text/javascript, RTCPeerConnection",
        "js/embed.js, text/javascript, visavis-call",
        "favicon.svg, image/svg+xml, <svg"
    })
    void servesEachFileWithItsTypeAndItsHeaders(String file, String type, String content)
            throws IOException, InterruptedException {
        HttpResponse<String> response = get(file);
        assertEquals(200, response.statusCode());
        assertTrue(response.body().contains(content), response::body);
        assertEquals(type, header(response, "Content-Type").replaceFirst(";.*", ""));
        assertEquals("nosniff", header(response, "X-Content-Type-Options"));
        assertEquals("no-referrer", header(response, "Referrer-Policy"));
        assertEquals("no-cache", header(response, "Cache-Control"));
    }

    @Test
    void thePageHasThePoliciesAndItsPartsFollowThem() throws IOException, InterruptedException {
        HttpResponse<?> page = get("webrtc.html");
        assertEquals("camera=(self), microphone=(self), display-capture=(self)", header(page, "Permissions-Policy"));
        String policy = header(page, "Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertEquals("(none)", header(get("webrtc.js"), "Content-Security-Policy"));
    }

    /** What to trust is the container's business: people who look for a CA read that, and no error page. */
    @Test
    void hasNoAuthorityOfItsOwn() throws IOException, InterruptedException {
        assertEquals(
                "{\"httpsUrl\":null,\"httpsPort\":null,\"authority\":null}",
                get("trust").body());
        assertTrue(get("trust.html").body().contains("This server has no certificate authority of its own."));
        for (String file : new String[] {"ca.crt", "ca.mobileconfig", "qr.svg"}) {
            HttpResponse<String> answer = get("trust/" + file);
            assertEquals(404, answer.statusCode());
            assertEquals("text/plain", header(answer, "Content-Type").replaceFirst(";.*", ""));
            assertTrue(answer.body().startsWith("This server has no certificate authority of its own."), answer::body);
        }
    }

    @Test
    void showsThePageAtTheRoot() throws IOException, InterruptedException {
        assertEquals(get("webrtc.html").body(), get("").body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org/visavis/launcher/Launcher.class",
                "org/visavis/launcher/",
                "org/",
                "WEB-INF/web.xml",
                "WEB-INF/lib/",
                "META-INF/MANIFEST.MF",
                "js/",
                "nothing.html"
            })
    void keepsTheRestToItself(String path) throws IOException, InterruptedException {
        int status = get(path).statusCode();
        assertTrue(status == 403 || status == 404, () -> path + ": " + status);
    }

    /**
     * Of which only one byte comes, on a connection that stays open: an answer that waited for the rest would never come. Payara
     * and GlassFish refuse a GET with a body themselves.
     */
    @ParameterizedTest
    @CsvSource({"GET, webrtc.html", "GET, health/live", "POST, people?room=daily", "POST, logout"})
    void refusesABodyAtOnce(String method, String path) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            String request = method + " " + base.getPath() + path + " HTTP/1.1\r\nHost: " + base.getAuthority()
                    + "\r\nContent-Length: 1000000\r\n\r\nx";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            String status = answer.readLine();
            assertTrue(status.matches("HTTP/1.1 4(00|13)( .*)?"), status);
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("(none)");
    }
}
