package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.visavis.launcher.LaunchedWar.Exit;

/** Runs the WAR as its users do, and looks at the console and at what it serves. */
@Tag("standalone")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a process that hangs is ended by endProcess
class LauncherIT {

    private static final int SIGTERM_STATUS = 128 + 15;
    private static final int GOING_AWAY = 1001;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private LaunchedWar war;

    private LaunchedWar launch(Map<String, String> environment, String... arguments) throws IOException {
        war = new LaunchedWar(folder, environment, List.of(arguments));
        return war;
    }

    private LaunchedWar launch(String... arguments) throws IOException {
        return launch(Map.of(), arguments);
    }

    @AfterEach
    void endProcess() {
        if (war != null) {
            war.close();
        }
    }

    @Test
    void servesThePageAtTheAddressThatItPrints() throws Exception {
        URI address = launch("--port", "0").address();

        assertEquals("localhost", address.getHost());
        HttpResponse<String> page = get(address);
        assertEquals(200, page.statusCode());
        assertEquals("text/html", page.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(page.body(), get(address.resolve("/")).body());
        HttpResponse<String> script = get(address.resolve("webrtc.js"));
        assertEquals(
                "text/javascript", script.headers().firstValue("Content-Type").orElseThrow());
    }

    @Test
    void tellsNothingAboutItself() throws Exception {
        URI address = launch("--port", "0").address();

        for (String path : List.of("/org/visavis/launcher/Launcher.class", "/WEB-INF/web.xml", "/js/", "/absent")) {
            HttpResponse<String> refusal = get(address.resolve(path));
            assertTrue(List.of(403, 404).contains(refusal.statusCode()), path + " gave " + refusal.statusCode());
            assertFalse(refusal.body().contains("Tomcat"), refusal.body());
            assertTrue(refusal.headers().firstValue("Server").isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"visavis", "/visavis", "/visavis/"})
    void servesUnderAContextPath(String path) throws Exception {
        URI address = launch("--port", "0", "--context", path).address();

        assertEquals("/visavis/webrtc.html", address.getPath());
        assertEquals(200, get(address).statusCode());
    }

    @Test
    void readsItsOptionsFromTheEnvironment() throws Exception {
        URI address = launch(Map.of("VISAVIS_PORT", "0", "VISAVIS_HOST", "127.0.0.1", "VISAVIS_CONTEXT", "/calls"))
                .address();

        assertEquals("127.0.0.1", address.getHost());
        assertEquals("/calls/webrtc.html", address.getPath());
        assertEquals(200, get(address).statusCode());
    }

    @Test
    void prefersTheSystemPropertyToTheEnvironment() throws Exception {
        Map<String, String> environment = Map.of("VISAVIS_CONTEXT", "/environment");

        URI address = launch(environment, "-Dvisavis.context=/property", "--port", "0")
                .address();

        assertEquals("/property/webrtc.html", address.getPath());
    }

    @Test
    void prefersTheCommandLineToEverything() throws Exception {
        Map<String, String> environment = Map.of("VISAVIS_CONTEXT", "/environment", "VISAVIS_PORT", "none");

        URI address = launch(environment, "-Dvisavis.context=/property", "--context=/option", "--port=0")
                .address();

        assertEquals("/option/webrtc.html", address.getPath());
    }

    @Test
    void explainsItsOptions() throws Exception {
        Exit exit = launch("--help").exit();

        assertEquals(0, exit.status());
        for (String word : List.of("--port", "6655", "--host", "--context", "--verbose", "--version", "VISAVIS_PORT")) {
            assertTrue(exit.output().contains(word), exit.output());
        }
        assertEquals("", exit.errors());
    }

    @Test
    void namesItsVersion() throws Exception {
        Exit exit = launch(Map.of("VISAVIS_VERSION", "no option"), "--version").exit();

        assertEquals(0, exit.status());
        assertTrue(exit.output().matches("Visavis \\d+\\.\\d+\\.\\d+.*"), exit.output());
    }

    static Stream<Arguments> mistakes() {
        Map<String, String> none = Map.of();
        return Stream.of(
                arguments(none, "--port none", 2, "--port must be a number from 0 to 65535, not \"none\". Try --help."),
                arguments(
                        none, "--port 65536", 2, "--port must be a number from 0 to 65535, not \"65536\". Try --help."),
                arguments(none, "--port=-1", 2, "--port must be a number from 0 to 65535, not \"-1\". Try --help."),
                arguments(none, "--port", 2, "Missing required parameter for option '--port' (NUMBER). Try --help."),
                arguments(none, "--colour red", 2, "There is no option --colour. Try --help."),
                arguments(none, "start", 2, "Visavis takes options only, not \"start\". Try --help."),
                arguments(
                        none, "--context ../x", 2, "--context must be a path like /visavis, not \"../x\". Try --help."),
                arguments(none, "--context //x", 2, "--context must be a path like /visavis, not \"//x\". Try --help."),
                arguments(none, "--host=", 2, "--host must be a name or an address, not empty. Try --help."),
                arguments(
                        Map.of("VISAVIS_PORT", "none"),
                        "--verbose",
                        2,
                        "VISAVIS_PORT must be a number from 0 to 65535, not \"none\". Try --help."),
                arguments(
                        none,
                        "-Dvisavis.verbose=loud",
                        2,
                        "visavis.verbose must be true or false, not \"loud\". Try --help."),
                arguments(
                        Map.of("VISAVIS_AUTH", "container"),
                        "--port 0",
                        2,
                        "VISAVIS_AUTH must be open or token, not \"container\": only containers have a login, java -jar has none."
                                + " Try --help."),
                arguments(
                        none,
                        "--host absent.invalid", // RFC 6761: no resolver knows a name under "invalid"
                        1,
                        "Visavis cannot listen on \"absent.invalid\": there is no host of this name."),
                arguments(
                        Map.of("VISAVIS_ROOM_CAPACITY", "many"),
                        "--port 0",
                        1,
                        "Visavis cannot start: The setting visavis.room.capacity is 'many'; it must be a whole number"
                                + " from 2 to 100."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysInOneSentenceWhatIsWrong(Map<String, String> environment, String arguments, int status, String sentence)
            throws Exception {
        Exit exit = launch(environment, arguments.split(" ")).exit();

        assertEquals(sentence, exit.errors());
        assertEquals(status, exit.status());
        assertEquals("", exit.output());
        assertNothingLeft();
    }

    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());

            Exit exit = launch("--host", "127.0.0.1", "--port", port).exit();

            assertEquals(1, exit.status());
            assertTrue(exit.errors().startsWith("Visavis cannot listen on 127.0.0.1, port " + port), exit.errors());
            assertEquals(1, exit.errors().lines().count(), exit.errors());
            assertEquals("", exit.output());
        }
    }

    @Test
    void saysGoodbyeWhenItIsTerminated() throws Exception {
        RoomMember member = RoomMember.join(http, launch("--port", "0").address());

        war.terminate();

        assertEquals(GOING_AWAY, member.closeCode());
        Exit exit = war.exit();
        assertEquals(SIGTERM_STATUS, exit.status());
        assertFalse(exit.errors().contains("Exception"), exit.errors());
        assertNothingLeft();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void logsConnectionsOnlyWhereVerbose(boolean verbose) throws Exception {
        RoomMember member = RoomMember.join(
                http, launch("--port", "0", "--verbose=" + verbose).address());

        war.terminate();

        assertEquals(GOING_AWAY, member.closeCode());
        String log = war.exit().errors();
        assertEquals(verbose, log.contains(RoomMember.ROOM), log);
        assertTrue(log.endsWith("Visavis has stopped."), log);
        assertTrue(log.lines().allMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d .+")), log);
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private void assertNothingLeft() throws IOException {
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertEquals(List.of(), left.toList());
        }
        assertFalse(Files.exists(folder.resolve("data/work")));
    }

    /** Someone in a room, who waits for the end of the connection. */
    private static final class RoomMember implements WebSocket.Listener {

        static final String ROOM = "daily";

        private final CompletableFuture<Void> welcomed = new CompletableFuture<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        static RoomMember join(HttpClient http, URI page) {
            RoomMember member = new RoomMember();
            URI endpoint = URI.create("ws://" + page.getAuthority() + "/signaling/" + ROOM);
            http.newWebSocketBuilder()
                    .buildAsync(endpoint, member)
                    .thenCompose(socket -> socket.sendText("{\"type\": \"join\", \"name\": \"Ada\"}", true))
                    .join();
            member.welcomed.join();
            return member;
        }

        int closeCode() {
            return closed.join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            welcomed.complete(null);
            return WebSocket.Listener.super.onText(socket, text, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return null; // the answer is sent at once
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            welcomed.completeExceptionally(error);
            closed.completeExceptionally(error);
        }
    }
}
