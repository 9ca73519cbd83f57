package org.visavis.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.visavis.SignalingClient;
import org.visavis.browser.Command;
import org.visavis.ice.IceServers;
import org.visavis.ice.RelayCheck;
import org.visavis.ice.TurnCredentials;
import org.visavis.launcher.LaunchedWar;
import org.visavis.protocol.ServerMessage.IceServer;

/** coturn with the configuration of docs/turn.md relays for those to whom Visavis, set up as there, gives credentials. */
@Tag("standalone")
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TurnDocsIT {
    private static final String LOOPBACK = "127.0.0.1";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void relays(String transport) throws Exception {
        int port = Server.freePort();
        try (Server coturn = coturn(port);
                LaunchedWar war = visavis()) {
            JsonObject server = iceServer(war);
            assertTrue(
                    server.getJsonArray("urls").toString().contains("turn:turn.example:3478?transport=" + transport));
            Command client = client(port, transport, server.getString("username"), server.getString("credential"));
            assertTrue(client.output().contains("Total lost packets 0 "), () -> client + "\n" + coturn.log());
        }
    }

    @Test
    void refusesAnotherCredential() throws Exception {
        int port = Server.freePort();
        try (Server coturn = coturn(port);
                LaunchedWar war = visavis()) {
            Command client = client(port, "udp", iceServer(war).getString("username"), "guessed");
            assertFalse(client.succeeded(), () -> client + "\n" + coturn.log());
        }
    }

    /** What the administrator's page tells of it. */
    @Test
    void theCheckTellsWhatIsWrong() throws Exception {
        int port = Server.freePort();
        String url = "turn:" + LOOPBACK + ":" + port;
        try (Server coturn = coturn(port)) {
            IceServer right = with(Files.readString(folder.resolve("turn-secret")));
            for (String transport : List.of("", "?transport=udp", "?transport=tcp")) {
                assertEquals(RelayCheck.Result.WORKS, RelayCheck.of(right, url + transport), coturn::log);
            }
            assertEquals(RelayCheck.Result.WORKS, RelayCheck.of(right, "stun:" + LOOPBACK + ":" + port), coturn::log);
            assertEquals(RelayCheck.Result.CREDENTIAL_REFUSED, RelayCheck.of(with("another"), url), coturn::log);
        }
        assertEquals(RelayCheck.Result.UNREACHABLE, RelayCheck.of(with("x"), url));
        assertEquals(RelayCheck.Result.UNREACHABLE, RelayCheck.of(with("x"), url + "?transport=tcp"));
        assertEquals(RelayCheck.Result.UNREACHABLE, RelayCheck.of(with("x"), "turn:nowhere.invalid"));
        assertEquals(RelayCheck.Result.UNREACHABLE, RelayCheck.of(with("x"), "turn:" + LOOPBACK + ":65536"));
        assertEquals(RelayCheck.Result.NOT_CHECKED, RelayCheck.of(with("x"), "turns:turn.example?transport=udp"));
    }

    /** With what browsers get from a server that has this secret. */
    private static IceServer with(String secret) {
        TurnCredentials credentials = new TurnCredentials(secret.strip(), Duration.ofHours(1), InstantSource.system());
        IceServers servers = new IceServers(List.of("turn:" + LOOPBACK), "all", credentials, null);
        return servers.apply("check", null).iceServers().get(0);
    }

    private Server coturn(int port) throws Exception {
        assertTrue(Command.run(
                        new ProcessBuilder("sh", "-c", DocBlock.named("turn/secret")).directory(folder.toFile()),
                        Map.of())
                .succeeded());
        String configuration = DocBlock.replace(
                DocBlock.named("turn/coturn"),
                "LONG-AND-RANDOM",
                Files.readString(folder.resolve("turn-secret")),
                "listening-port=3478",
                "listening-port=" + port);
        Path file = Files.writeString(folder.resolve("turnserver.conf"), configuration);
        // On loopback, which coturn does not relay to unless told so, and with its own files here.
        return new Server(
                Programs.command(
                        "turnserver",
                        "-c",
                        file,
                        "--listening-ip=" + LOOPBACK,
                        "--relay-ip=" + LOOPBACK,
                        "--allow-loopback-peers",
                        "--no-tls",
                        "--no-dtls",
                        "--pidfile=" + folder.resolve("pid"),
                        "--userdb=" + folder.resolve("turndb"),
                        "--log-file=stdout"),
                folder,
                port);
    }

    private LaunchedWar visavis() throws Exception {
        String variables = DocBlock.replace(
                DocBlock.named("turn/visavis"),
                "/etc/visavis/turn-secret",
                folder.resolve("turn-secret").toString());
        Map<String, String> environment = Arrays.stream(variables.split("\n"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        return new LaunchedWar(folder, environment, List.of("--host", LOOPBACK, "--port", "0"));
    }

    /** What a participant is told. */
    private static JsonObject iceServer(LaunchedWar war) throws Exception {
        try (SignalingClient ada = SignalingClient.signaling(war.address().resolve("/"), "daily")) {
            return ada.join("Ada").getJsonArray("iceServers").getJsonObject(0);
        }
    }

    /** Sends a message through the relay from one allocation to another. */
    private static Command client(int port, String transport, String username, String credential) {
        ProcessBuilder command = Programs.command(
                "turnutils_uclient", "-u", username, "-w", credential, "-p", port, "-y", "-m", 1, "-n", 1);
        if (transport.equals("tcp")) command.command().add("-t");
        command.command().add(LOOPBACK);
        return Command.run(command, Map.of());
    }
}
