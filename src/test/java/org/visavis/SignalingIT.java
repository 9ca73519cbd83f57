package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protocol of PROTOCOL.md between real sockets and the real WAR. */
class SignalingIT extends DeployedWar {
    @RegisterExtension
    final TestRoom room = new TestRoom();

    @Test
    void twoClientsMeetTalkAndPart() {
        SignalingClient ada = room.connect(base);
        JsonObject welcomeOfAda = ada.join("Ada");
        assertEquals(Json.createArrayBuilder().build(), welcomeOfAda.get("peers"));
        assertEquals(Json.createArrayBuilder().build(), welcomeOfAda.get("iceServers"));
        assertEquals(room.name(), welcomeOfAda.getJsonObject("room").getString("name"));
        assertFalse(welcomeOfAda.getBoolean("resumed"));
        String adaId = idOf(welcomeOfAda);

        SignalingClient grace = room.connect(base);
        JsonObject welcomeOfGrace = grace.join("  Grace Hopper ☎ \uD83D\uDE00 ");
        String graceId = idOf(welcomeOfGrace);
        assertEquals(
                adaId, welcomeOfGrace.getJsonArray("peers").getJsonObject(0).getString("id"));
        JsonObject joined = ada.next("peer-joined");
        assertEquals("Grace Hopper ☎ \uD83D\uDE00", joined.getJsonObject("peer").getString("name"));
        assertEquals(graceId, joined.getJsonObject("peer").getString("id"));
        assertEquals(welcomeOfGrace.getInt("seq"), joined.getInt("seq"));

        grace.send("{\"type\":\"signal\",\"to\":\"" + adaId + "\",\"from\":\"spoofed\",\"seq\":99,"
                + "\"data\":{ \"description\" : {\"type\":\"offer\"} }}");
        assertEquals(
                "{\"type\":\"signal\",\"seq\":3,\"from\":\"" + graceId
                        + "\",\"data\":{ \"description\" : {\"type\":\"offer\"} }}",
                ada.next());
        ada.send("{\"type\":\"status\",\"status\":{\"microphone\":true}}");
        JsonObject status = grace.next("status");
        assertEquals(adaId, status.getString("from"));
        assertEquals("{\"microphone\":true}", status.get("status").toString());

        grace.send("{\"type\":\"leave\"}");
        JsonObject left = ada.next("peer-left");
        assertEquals(graceId, left.getString("id"));
        assertEquals("left", left.getString("reason"));
        grace.expectClose(1000, "");
        ada.expectNothingElse();
    }

    @Test
    void tenClientsHearEverythingInOneOrder() {
        List<SignalingClient> clients = room.clients();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            SignalingClient client = room.connect(base);
            JsonObject welcome = client.join("P" + i);
            assertEquals(i, welcome.getJsonArray("peers").size());
            ids.add(idOf(welcome));
        }
        assertEquals(10, Set.copyOf(ids).size());
        for (int i = 0; i < 10; i++) {
            for (int later = i + 1; later < 10; later++) {
                assertEquals(
                        ids.get(later),
                        clients.get(i).next("peer-joined").getJsonObject("peer").getString("id"));
            }
        }
        for (int round = 0; round < 5; round++) {
            for (SignalingClient client : clients) {
                client.send("{\"type\":\"signal\",\"data\":{\"round\":" + round + "}}");
            }
        }
        Set<String> heard = new HashSet<>();
        for (SignalingClient client : clients) {
            int before = 0;
            for (int i = 0; i < 9 * 5; i++) {
                JsonObject signal = client.next("signal");
                assertTrue(signal.getInt("seq") > before, "out of order");
                before = signal.getInt("seq");
                heard.add(signal.toString());
            }
            client.expectNothingElse();
        }
        assertEquals(10 * 5, heard.size(), "the same message for all who hear it");

        room.abort(clients.get(0));
        for (SignalingClient client : clients) {
            client.expectNothingElse(); // who has lost the connection may come back
        }
    }

    @Test
    void aLateComerSeesTheMergedStatus() {
        SignalingClient ada = room.connect(base);
        ada.join("Ada");
        ada.send("{\"type\":\"status\",\"status\":{\"microphone\":true,\"camera\":true}}");
        ada.send("{\"type\":\"status\",\"status\":{\"camera\":false,\"screen\":true}}");
        ada.expectNothingElse();
        JsonObject peer = room.connect(base).join("Grace").getJsonArray("peers").getJsonObject(0);
        assertEquals(
                Json.createObjectBuilder()
                        .add("camera", false)
                        .add("microphone", true)
                        .add("screen", true)
                        .build(),
                peer.get("status"));
    }

    @Test
    void relaysADescriptionOf60KiB() {
        SignalingClient ada = room.connect(base);
        SignalingClient grace = room.connect(base);
        ada.join("Ada");
        grace.join("Grace");
        ada.next("peer-joined");
        String sdp = "a=ssrc:1 cname:ä\uD83D\uDE00\\r\\n".repeat(60 * 1024 / 26);
        for (int i = 0; i < 3; i++) {
            grace.send("{\"type\":\"signal\",\"data\":{\"description\":{\"sdp\":\"" + sdp + "\"}}}");
            JsonObject description = ada.next("signal").getJsonObject("data").getJsonObject("description");
            assertEquals(sdp.replace("\\r\\n", "\r\n"), description.getString("sdp"));
        }
    }

    @Test
    void roomsAreApart() {
        SignalingClient ada = room.connect(base);
        ada.join("Ada");
        SignalingClient elsewhere = room.connect(base, "-2");
        String id = idOf(elsewhere.join("Grace"));
        elsewhere.send("{\"type\":\"signal\",\"data\":{}}");
        elsewhere.expectNothingElse();
        ada.send("{\"type\":\"signal\",\"to\":\"" + id + "\",\"data\":{}}");
        ada.expectError("unknown-recipient");
        ada.expectNothingElse();
    }

    @Test
    void refusesOneTooManyUntilSomebodyLeaves() {
        int capacity = 0;
        for (int i = 0; i == 0 || i < capacity; i++) {
            capacity = room.connect(base).join("P" + i).getJsonObject("room").getInt("capacity");
        }
        SignalingClient oneTooMany = room.connect(base);
        assertEquals("room-full", oneTooMany.tryToJoin("Late").getString("code"));
        oneTooMany.expectClose(4007, "room-full");

        SignalingClient leaver = room.clients().get(0);
        leaver.send("{\"type\":\"leave\"}");
        SignalingClient witness = room.clients().get(capacity - 1);
        witness.next("peer-left");
        assertEquals(
                capacity - 1,
                room.connect(base).join("Late").getJsonArray("peers").size());
    }

    /** Browsers ask for compression, and get none: it would cost more memory than all the rest of a connection. */
    @Test
    void speaksItsSubprotocolAndNoExtension() throws IOException {
        try (RawConnection connection = new RawConnection(
                base,
                room.name(),
                "Sec-WebSocket-Protocol: visavis.v1, visavis.v2",
                "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits")) {
            List<String> answer = connection.answer();
            assertTrue(answer.get(0).startsWith("http/1.1 101"), answer::toString);
            assertTrue(answer.contains("sec-websocket-protocol: visavis.v1"), answer::toString);
            assertTrue(
                    answer.stream().noneMatch(line -> line.startsWith("sec-websocket-extensions")), answer::toString);
        }
    }

    /** Browsers end a connection themselves whose answer lacks what they asked for; a tool may go on. */
    @ParameterizedTest
    @CsvSource({"'foo, visavis.v1', visavis.v1", "'visavis.v1, foo', visavis.v1", "foo,", ","})
    void whateverAClientOffersItGetsThisProtocol(String offered, String agreed) throws IOException {
        String[] offer = offered == null ? new String[0] : new String[] {"Sec-WebSocket-Protocol: " + offered};
        try (RawConnection connection = new RawConnection(base, room.name(), offer)) {
            List<String> answer = connection.answer();
            assertTrue(answer.get(0).startsWith("http/1.1 101"), answer::toString);
            assertEquals(
                    agreed == null ? List.of() : List.of("sec-websocket-protocol: " + agreed),
                    answer.stream()
                            .filter(line -> line.startsWith("sec-websocket-protocol"))
                            .toList());
            connection.send("{\"type\":\"join\",\"name\":\"Tool\"}");
            connection.send("{\"type\":\"leave\"}");
            String said = connection.readToEnd();
            assertTrue(said.contains("{\"type\":\"welcome\""), said);
        }
    }

    private static String idOf(JsonObject welcome) {
        return welcome.getJsonObject("self").getString("id");
    }
}
