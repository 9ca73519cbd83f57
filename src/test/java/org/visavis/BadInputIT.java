package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client does wrong has its answer, and harms nobody else. */
class BadInputIT extends DeployedWar {
    @ParameterizedTest
    @EnumSource
    void hasItsAnswer(BadInput input) {
        input.tryOut(base);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"signal\",\"data\":{}}",
                "{\"type\":\"status\",\"status\":{}}",
                "{\"type\":\"ping\"}",
                "{\"type\":\"leave\"}"
            })
    void nothingGoesBeforeJoin(String message) {
        try (SignalingClient client = connect()) {
            client.send(message);
            client.expectError("not-joined");
            client.join("Ada");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"join\"}",
                "{\"type\":\"join\",\"name\":null}",
                "{\"type\":\"join\",\"name\":\"\"}",
                "{\"type\":\"join\",\"name\":7}",
                "{\"type\":\"join\",\"name\":\"a\\nb\"}",
                "{\"type\":\"join\",\"name\":\"\\ud800\"}",
                "{\"type\":\"join\",\"name\":\"\\u200b\"}",
                "{\"type\":\"join\",\"name\":\"a\\u202eb\"}"
            })
    void aJoinThatIsRefusedMayBeTriedAgain(String message) {
        try (SignalingClient client = connect()) {
            client.send(message);
            client.expectError("invalid-message");
            client.join("Ada");
        }
    }

    @Test
    @Tag("silence")
    void whoDoesNotJoinIsSentAway() {
        try (SignalingClient client = connect()) {
            client.expectError("join-timeout");
            client.expectClose(4005, "join-timeout");
        }
    }

    @Test
    @Tag("silence")
    void whoSaysNothingIsSentAway() throws IOException {
        String room = "room-" + UUID.randomUUID();
        try (RawConnection silent = new RawConnection(base, room); // which does not even answer the server's pings
                SignalingClient quiet = SignalingClient.signaling(base, room);
                SignalingClient broadcaster = SignalingClient.broadcast(base, room)) {
            quiet.join("Ada");
            silent.send("{\"type\":\"join\",\"name\":\"Grace\"}");
            String said = silent.readToEnd();
            assertTrue(said.contains("{\"type\":\"error\",\"code\":\"silent\""), said);
            assertTrue(said.endsWith("\u000f\u00aasilent"), said); // 4010 and the code, in a close frame
            quiet.next("peer-joined");
            quiet.expectNothingElse();
            try (SignalingClient other = SignalingClient.broadcast(base, room)) {
                other.send("still there?"); // as silent, but its WebSocket has answered the server's pings
                assertEquals("still there?", broadcaster.next());
            }
        }
    }

    @Test
    void whoSendsNothingButNonsenseIsSentAway() throws IOException {
        try (RawConnection senseless = new RawConnection(base, "room-" + UUID.randomUUID())) {
            senseless.send(Collections.nCopies(1_000, "x"));
            String said = senseless.readToEnd();
            assertTrue(said.endsWith("\u000f\u00actoo-many-errors"), said); // 4012 and the code, in a close frame
        }
    }

    @Test
    void aRoomThatIsNoneIsRefused() {
        for (String room : BadInput.ROOMS) {
            try (SignalingClient client = SignalingClient.signaling(base, room)) {
                client.expectError("invalid-room");
                client.expectClose(4006, "invalid-room");
            }
            try (SignalingClient client = SignalingClient.broadcast(base, room)) {
                client.expectClose(4006, "invalid-room");
            }
        }
    }

    /** Containers differ in how long an address they read, and in what they find in it. Nobody gets into a room so. */
    @Test
    void anAbsurdAddressIsRefusedByTheContainerOrByVisavis() {
        for (String room : List.of("x".repeat(4_000), "%01", "a%0Ab", "%7F", "a%2Fb")) {
            refusalOf(room);
        }
        Observation.NUL_IN_THE_ADDRESS.is(refusalOf("%00"));
        Observation.LONG_ADDRESS.is(refusalOf("x".repeat(10_000)));
    }

    private String refusalOf(String room) {
        try (SignalingClient client = SignalingClient.signaling(base, room)) {
            client.expectError("invalid-room");
            client.expectClose(4006, "invalid-room");
            return "`invalid-room`";
        } catch (CompletionException e) {
            return "HTTP " + statusOf(e);
        }
    }

    @Test
    void aPageFromElsewhereIsRefused() {
        for (String endpoint : List.of("signaling/daily", "broadcast/daily")) {
            for (String origin : List.of(
                    "http://evil.example",
                    "https://" + base.getHost(),
                    "http://" + base.getHost() + ":1",
                    "http://" + base.getAuthority() + ".evil.example",
                    "null")) {
                Observation.A_PAGE_FROM_ELSEWHERE.is(
                        "HTTP " + refused(() -> SignalingClient.fromOrigin(base, endpoint, origin)));
            }
        }
        SignalingClient own = SignalingClient.fromOrigin(base, "signaling/daily", "http://" + base.getAuthority());
        try (own) {
            own.join("Ada");
        }
    }

    @Test
    void broadcastHasTheSameLimits() {
        try (SignalingClient client = SignalingClient.broadcast(base, "daily")) {
            client.send("x".repeat(64 * 1024 + 1));
            client.expectClose(1009, "message-too-large");
        }
        try (SignalingClient client = SignalingClient.broadcast(base, "daily")) {
            client.sendBinary((byte) 7);
            client.expectClose(1003, "binary-message");
        }
    }

    private static int refused(Runnable connecting) {
        return statusOf(assertThrows(CompletionException.class, connecting::run));
    }

    /** Of the handshake that was refused. */
    private static int statusOf(CompletionException e) {
        WebSocketHandshakeException refused = assertInstanceOf(WebSocketHandshakeException.class, e.getCause());
        int status = refused.getResponse().statusCode();
        assertTrue(status >= 400 && status < 500, () -> "status " + status);
        return status;
    }

    private SignalingClient connect() {
        return SignalingClient.signaling(base, "room-" + UUID.randomUUID());
    }
}
