package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;

/** What a browser does around a login: keeps cookies, follows redirects, sends the form. */
public final class LoginClient {
    /** The query of the page that a visitor asks for; no container decodes it alike. */
    static final String ROOM = "room=K%C3%B6ln%20Meeting";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(Redirect.NORMAL)
            .build();
    private final URI base;

    public LoginClient(URI base) {
        this.base = base;
    }

    /** Asks for a room, gets the form instead, and sends it; the answer is the last page of the redirects. */
    public HttpResponse<String> signInByForm(User user) {
        return signInByForm(user, ROOM);
    }

    /** The same on the way to something else, as the query says. */
    HttpResponse<String> signInByForm(User user, String query) {
        HttpResponse<String> form = get("login?" + query);
        assertTrue(form.body().contains("j_security_check"), form::body);
        String fields = "j_username=" + user.login() + "&j_password=" + user.password();
        return send(HttpRequest.newBuilder(base.resolve("j_security_check"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    HttpResponse<String> signInByBasic(User user) {
        String credentials = user.login() + ":" + user.password();
        return send(HttpRequest.newBuilder(base.resolve("login?" + ROOM))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8))));
    }

    void signOut() {
        assertEquals(200, post("logout").statusCode());
    }

    public JsonObject identity() {
        return Json.createReader(new StringReader(get("identity").body())).readObject();
    }

    /** How many HTTP sessions there are; see {@link Sessions}. */
    int sessions() {
        return Integer.parseInt(get("sessions").body());
    }

    SignalingClient connects(String room) {
        return SignalingClient.withCookies(base, room, cookies());
    }

    String cookies() {
        return cookies.getCookieStore().get(base).stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)));
    }

    HttpResponse<String> post(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).POST(BodyPublishers.noBody()));
    }

    /** @param origin of the page that asks; null if it names none */
    HttpResponse<String> post(String path, String origin) {
        return post(path, origin, null);
    }

    /** @param order what an administrator asks to be done; null for nothing */
    HttpResponse<String> post(String path, String origin, String order) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).POST(BodyPublishers.noBody());
        if (order != null) request.header("Visavis-Order", order);
        if (origin != null) request.header("Origin", origin);
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
