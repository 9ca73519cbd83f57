package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** People come with tokens, right and wrong ones, to a server that accepts nothing else. */
public final class TokenVisit {
    private final URI base;
    private final String room = "room-" + UUID.randomUUID();

    public TokenVisit(URI base) {
        this.base = base;
    }

    /** The file that {@code visavis.token.keys} must name. */
    public static Path keys(Path folder) throws IOException {
        return Files.writeString(folder.resolve("secret"), SignedTokens.SECRET + "\n");
    }

    /** Makes the visit. */
    public void make() throws Exception {
        strangersLearnNothing();
        JWTClaimsSet.Builder claims = SignedTokens.claims("room-*").claim("name", "Ada");
        try (SignalingClient ada = client()) {
            ada.send(join(SignedTokens.signed(claims.claim("role", "guest").claim("max", 1))));
            JsonObject self = ada.next("welcome").getJsonObject("self");
            assertEquals("Ada", self.getString("name"));
            assertEquals("guest", self.getString("role"));
            assertTrue(self.getBoolean("verified"));
            refuses(claims, "token-used-up", 4019);
        }
        refuses(SignedTokens.claims("elsewhere"), "room-forbidden", 4020);
        refuses(
                SignedTokens.claims(room).expirationTime(Date.from(Instant.now().minusSeconds(600))),
                "token-expired",
                4017);
        refuses(SignedTokens.claims(room).audience("another"), "invalid-token", 4016);
        refused(
                SignedTokens.signed(SignedTokens.claims(room), "another secret of thirty-two bytes"),
                "invalid-token",
                4016);
        refused(null, "token-required", 4015);
    }

    private void strangersLearnNothing() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest people =
                HttpRequest.newBuilder(base.resolve("people?room=" + room)).build();
        assertEquals(403, http.send(people, BodyHandlers.discarding()).statusCode());
        HttpRequest identity = HttpRequest.newBuilder(base.resolve("identity")).build();
        assertEquals(
                "{\"loginRequired\":false,\"accepts\":[\"token\"],\"identity\":null}",
                http.send(identity, BodyHandlers.ofString()).body());
        try (SignalingClient broadcaster = SignalingClient.broadcast(base, room)) {
            broadcaster.expectClose(4015, "token-required");
        }
    }

    private void refuses(JWTClaimsSet.Builder claims, String code, int close) {
        refused(SignedTokens.signed(claims), code, close);
    }

    private void refused(String token, String code, int close) {
        try (SignalingClient client = client()) {
            client.send(join(token));
            JsonObject error = client.next("error");
            assertEquals(code, error.getString("code"));
            assertFalse(error.getString("message").contains("signature"));
            client.expectClose(close, code);
        }
    }

    private SignalingClient client() {
        return SignalingClient.signaling(base, room);
    }

    private static JsonObject join(String token) {
        var join = Json.createObjectBuilder().add("type", "join").add("name", "Somebody");
        return (token == null ? join : join.add("token", token)).build();
    }
}
