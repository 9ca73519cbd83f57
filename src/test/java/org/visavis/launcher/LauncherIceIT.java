package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.SignalingClient;

/** What {@code java -jar} tells browsers to connect through, and for how long it waits for those who are lost. */
@Tag("standalone")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a process that hangs is ended by endProcess
class LauncherIceIT {
    @TempDir
    private Path folder;

    private LaunchedWar war;

    private LaunchedWar launch(Map<String, String> environment, String... arguments) throws IOException {
        war = new LaunchedWar(folder, environment, List.of(arguments));
        return war;
    }

    @AfterEach
    void endProcess() {
        war.close();
    }

    @Test
    void answersStunAndTellsBrowsersSo() throws Exception {
        int port = freeUdpPort();
        URI address = launch(Map.of("VISAVIS_STUN_PORT", Integer.toString(port)), "--port", "0", "--host", "127.0.0.1")
                .address();
        try (SignalingClient ada = SignalingClient.signaling(address.resolve("/"), "daily")) {
            assertEquals(
                    "[{\"urls\":[\"stun:127.0.0.1:" + port + "\"]}]",
                    ada.join("Ada").getJsonArray("iceServers").toString());
        }
        byte[] request = HexFormat.of().parseHex("000100002112a442000102030405060708090a0b");
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(30_000);
            socket.connect(InetAddress.getLoopbackAddress(), port);
            socket.send(new DatagramPacket(request, request.length));
            DatagramPacket answer = new DatagramPacket(new byte[100], 100);
            socket.receive(answer);
            assertEquals(0x0101, (answer.getData()[0] << 8) + answer.getData()[1]);
        }
    }

    @Test
    void goesOnWithoutStunWhereThePortIsTaken() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            URI address = launch(
                            Map.of(),
                            "--port",
                            "0",
                            "--host",
                            "127.0.0.1",
                            "--stun-port",
                            Integer.toString(taken.getLocalPort()))
                    .address();
            try (SignalingClient ada = SignalingClient.signaling(address.resolve("/"), "daily")) {
                assertEquals("[]", ada.join("Ada").getJsonArray("iceServers").toString());
            }
            war.terminate();
            String errors = war.exit().errors();
            assertTrue(errors.contains("UDP port " + taken.getLocalPort() + " cannot be had for STUN"), errors);
        }
    }

    private static int freeUdpPort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void whoDoesNotComeBackInTimeIsGoneAndCredentialsAreRenewed() throws Exception {
        URI base = launch(
                        Map.of(),
                        "--port",
                        "0",
                        "--host",
                        "127.0.0.1",
                        "-Dvisavis.resume.seconds=1",
                        "-Dvisavis.ice.urls=turn:turn.example",
                        "-Dvisavis.turn.secret=secret",
                        "-Dvisavis.turn.ttl=60")
                .address()
                .resolve("/");
        try (SignalingClient ada = SignalingClient.signaling(base, "daily")) {
            String before = ada.join("Ada").getJsonArray("iceServers").toString();
            SignalingClient grace = SignalingClient.signaling(base, "daily");
            String id = grace.join("Grace").getJsonObject("self").getString("id");
            ada.next("peer-joined");
            grace.abort();
            JsonObject left = ada.next("peer-left");
            assertEquals(id, left.getString("id"));
            assertEquals("lost", left.getString("reason"));
            JsonObject renewed = ada.next("ice-configuration");
            assertNotEquals(before, renewed.getJsonArray("iceServers").toString());
        }
    }
}
