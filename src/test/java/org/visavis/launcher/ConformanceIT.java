package org.visavis.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.visavis.launcher.Wire.BINARY;
import static org.visavis.launcher.Wire.CLOSE;
import static org.visavis.launcher.Wire.CONTINUATION;
import static org.visavis.launcher.Wire.FINAL;
import static org.visavis.launcher.Wire.PING;
import static org.visavis.launcher.Wire.PONG;
import static org.visavis.launcher.Wire.TEXT;

import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.visavis.Acquaintance;
import org.visavis.SignalingClient;

/**
 * What RFC 6455 asks of a server, of {@code java -jar}, which reads and writes in ways of its own. Numbers are those of its
 * sections.
 */
@Tag("standalone")
class ConformanceIT {
    /** More than any client sends in a minute. */
    private static final int ENDLESS = 50_000;

    private static final String GOING_ON = "8a 21"; // the answer to a ping with an exclamation mark
    private static final int[] CLOSE_CODES = {
        1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999
    };
    private static final int[] NO_CLOSE_CODES = {0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 65535};

    /** UTF-8 that is none: a byte alone, overlong, half of a pair, beyond Unicode, cut off (RFC 3629). */
    private static final List<String> NO_TEXTS =
            List.of("80", "c3", "c0af", "e080af", "eda080", "edbfbf", "f4908080", "f8888080", "48e282", "ff");

    @TempDir
    private Path folder;

    private URI base;

    /** What a test says on a connection that is open. */
    private interface Talk {
        void with(Wire wire) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void framesAreReadAsTheRfcSays(ServingMode mode) throws Exception {
        try (LaunchedWar war = mode.launch(folder, Map.of())) {
            base = mode.address(war).resolve("/");
            List<Executable> checks = new ArrayList<>();
            checks.addAll(controlFrames());
            checks.addAll(protocolErrors());
            checks.addAll(closes());
            assertAll(checks);
        }
    }

    private List<Executable> controlFrames() {
        return List.of(
                on("a ping (5.5.2)", wire -> {
                    for (int length : new int[] {0, 1, 125}) {
                        byte[] payload = "x".repeat(length).getBytes(UTF_8);
                        wire.frame(FINAL | PING, payload);
                        assertEquals(("8a " + HexFormat.of().formatHex(payload)).strip(), wire.next());
                    }
                }),
                on("a pong that nobody asked for (5.5.3)", wire -> goesOn(wire.text(FINAL | PONG, "?"))),
                on("a ping in the middle of a message (5.4)", wire -> {
                    wire.text(TEXT, "a").text(FINAL | PING, "!");
                    assertEquals(GOING_ON, wire.next());
                    goesOn(wire.text(FINAL | CONTINUATION, "b"));
                }),
                on("a length in more bytes than it needs (5.2)", wire -> {
                    goesOn(wire.raw("81 fe 0001 00000000 78"));
                    goesOn(wire.raw("81 ff 0000000000000001 00000000 78"));
                }),
                on("a frame in single bytes", wire -> goesOn(wire.bytewise(FINAL | TEXT, "text".getBytes(UTF_8)))));
    }

    private List<Executable> protocolErrors() {
        List<Executable> checks = new ArrayList<>(List.of(
                fails("without a mask (5.1)", 1002, wire -> wire.raw("81 01 78")),
                fails("continues nothing (5.4)", 1002, wire -> wire.text(FINAL | CONTINUATION, "x")),
                fails(
                        "begins within another (5.4)",
                        1002,
                        wire -> wire.text(TEXT, "x").text(FINAL | TEXT, "y")),
                fails("a ping in pieces (5.5)", 1002, wire -> wire.text(PING, "x")),
                fails("a close in pieces (5.5)", 1002, wire -> wire.frame(CLOSE, (byte) 3, (byte) 0xE8)),
                fails("a ping that is too long (5.5)", 1002, wire -> wire.raw("89 fe 007e 00000000")),
                fails("binary, which we do not take", 1003, wire -> wire.frame(FINAL | BINARY, (byte) 1))));
        for (int opcode : new int[] {3, 4, 5, 6, 7, 0xB, 0xC, 0xD, 0xE, 0xF}) {
            checks.add(fails("reserved opcode " + opcode + " (5.2)", 1002, wire -> wire.frame(FINAL | opcode)));
        }
        for (int bit : new int[] {0x40, 0x20, 0x10}) {
            checks.add(fails("reserved bit " + bit + " (5.2)", 1002, wire -> wire.frame(FINAL | bit | TEXT)));
        }
        for (String hex : NO_TEXTS) {
            byte[] bytes = HexFormat.of().parseHex(hex);
            checks.add(fails("no UTF-8: " + hex + " (8.1)", 1007, wire -> wire.frame(FINAL | TEXT, bytes)));
        }
        return checks;
    }

    private List<Executable> closes() {
        List<Executable> checks = new ArrayList<>(List.of(
                on("a close without a code (5.5.1)", wire -> {
                    wire.frame(FINAL | CLOSE);
                    assertTrue(List.of("88", "88 03e8").contains(wire.next()));
                    assertEquals("end", wire.next());
                }),
                fails("half a code", 1002, wire -> wire.frame(FINAL | CLOSE, (byte) 3)),
                on("what comes after a close is not answered (5.5.1)", wire -> {
                    wire.frame(FINAL | CLOSE, (byte) 3, (byte) 0xE8).text(FINAL | PING, "!");
                    assertEquals("88 03e8", wire.next().substring(0, 7));
                    assertEquals("end", wire.next());
                })));
        for (int code : CLOSE_CODES) {
            checks.add(on("close " + code + " (7.4)", wire -> {
                wire.frame(FINAL | CLOSE, (byte) (code >> 8), (byte) code);
                assertEquals("88 %04x".formatted(code), wire.next().substring(0, 7));
                assertEquals("end", wire.next());
            }));
        }
        for (int code : NO_CLOSE_CODES) {
            checks.add(fails(
                    "close " + code + " (7.4)",
                    1002,
                    wire -> wire.frame(FINAL | CLOSE, (byte) (code >> 8), (byte) code)));
        }
        return checks;
    }

    /** What the container answers or drops by itself costs the server all the same. */
    @ParameterizedTest
    @EnumSource
    void whoSendsNothingWithoutEndGoes(ServingMode mode) throws Exception {
        try (LaunchedWar war = mode.launch(folder, Map.of())) {
            base = mode.address(war).resolve("/");
            assertAll(endless("pongs", FINAL | PONG), endless("empty parts", CONTINUATION));
        }
    }

    private Executable endless(String name, int first) {
        return on(name, wire -> {
            try {
                wire.frame(TEXT);
                wire.raw("%02x8000000000".formatted(first).repeat(ENDLESS));
                wire.text(FINAL | PING, "!");
            } catch (SocketException e) {
                return; // it has ended before all was sent
            }
            String answer = wire.next();
            assertTrue(answer.startsWith("88 0fae") || answer.equals("end"), answer); // 4014
        });
    }

    private Executable on(String name, Talk talk) {
        return () -> {
            try (Wire wire = Wire.open(base, "frames")) {
                talk.with(wire);
            } catch (AssertionError | IOException e) {
                throw new AssertionError(name + ": " + e, e);
            }
        };
    }

    private Executable fails(String name, int closeCode, Talk talk) {
        return on(name, wire -> {
            talk.with(wire);
            String answer = wire.next();
            assertEquals("88 %04x".formatted(closeCode), answer.substring(0, Math.min(7, answer.length())));
        });
    }

    private static void goesOn(Wire wire) throws IOException {
        wire.text(FINAL | PING, "!");
        assertEquals(GOING_ON, wire.next());
    }

    @ParameterizedTest
    @EnumSource
    void textArrivesHoweverItIsCutUp(ServingMode mode) throws Exception {
        try (LaunchedWar war = mode.launch(folder, Map.of())) {
            base = mode.address(war).resolve("/");
            String text = "äb\u2028\uD83D\uDE00".repeat(50);
            byte[] bytes = text.getBytes(UTF_8);
            try (SignalingClient reader = SignalingClient.broadcast(base, "cut");
                    SignalingClient other = SignalingClient.broadcast(base, "cut");
                    Wire wire = Wire.open(base, "cut")) {
                Acquaintance.make(reader, other);
                for (int size : new int[] {1, 2, 3, 7, 64, bytes.length}) { // in the middle of a character, too
                    for (int i = 0; i < bytes.length; i += size) {
                        int last = i + size >= bytes.length ? FINAL : 0;
                        int opcode = i == 0 ? TEXT : CONTINUATION;
                        wire.frame(last | opcode, Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + size)));
                    }
                    assertEquals(text, reader.next());
                }
                wire.frame(TEXT).frame(CONTINUATION).text(CONTINUATION, text).frame(FINAL | CONTINUATION);
                assertEquals(text, reader.next());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void handshakesAreAnsweredAsTheRfcSays(ServingMode mode) throws Exception {
        try (LaunchedWar war = mode.launch(folder, Map.of())) {
            base = mode.address(war).resolve("/");
            assertAll(Stream.concat(accepted(), refused()).toList());
        }
    }

    /** Sections 4.2.1 and 4.2.2. */
    private Stream<Executable> accepted() {
        String accept = "sec-websocket-accept: s3pplmbitxaq9kygzzhzrbk+xoo=";
        return Stream.of(
                answers("as it is", line -> line, 101, accept),
                answers("in other letters", line -> line.replace("websocket", "WebSocket"), 101, accept),
                answers("among others", line -> line.replace(": Upgrade", ": keep-alive, Upgrade"), 101, accept),
                answers("lower case", line -> line.startsWith("GET") ? line : lower(line), 101, accept),
                answers(
                        "a protocol of ours",
                        with("Sec-WebSocket-Protocol: x, visavis.v1"),
                        101,
                        "protocol: visavis.v1"),
                answers(
                        "no extension",
                        with("Sec-WebSocket-Extensions: permessage-deflate"),
                        101,
                        "upgrade: websocket"));
    }

    private static String lower(String line) {
        int colon = line.indexOf(':');
        return line.substring(0, colon).toLowerCase(Locale.ROOT) + line.substring(colon);
    }

    private Stream<Executable> refused() {
        return Stream.of(
                answers("another version", line -> line.replace("Version: 13", "Version: 12"), 426, "version: 13"),
                answers("no version", without("Sec-WebSocket-Version"), 426, "version: 13"),
                answers("no key", without("Sec-WebSocket-Key"), 400, ""),
                answers("a key that is none", line -> line.replace(Wire.KEY, "x"), 400, ""),
                answers("nothing to upgrade to", without("Upgrade:"), 404, ""),
                answers("another method", line -> line.replace("GET", "POST"), 404, ""),
                answers("no such room", line -> line.replace("/handshake ", "/hand/shake "), 404, ""),
                answers("extensions that are none", with("Sec-WebSocket-Extensions: ;"), 101, ""),
                answers("an extension that does not end", with("Sec-WebSocket-Extensions: a;b=\"x"), 101, ""),
                answers("a length that is none", with("Content-Length: x"), 400, ""),
                answers("a length below zero", with("Content-Length: -1"), 400, ""),
                answers("a length of many digits", with("Content-Length: " + "9".repeat(20)), 400, ""),
                answers("two lengths", with("Content-Length: 0\r\nContent-Length: 1"), 400, ""),
                answers("a template", line -> line.replace("/handshake ", "/{x "), 400, ""),
                answers("an escaped template", line -> line.replace("/handshake ", "/%7Bx%7D "), 400, ""),
                answers("another origin", with("Origin: https://elsewhere.example"), 403, ""));
    }

    private static UnaryOperator<String> with(String header) {
        return line -> line.startsWith("Host") ? line + "\r\n" + header : line;
    }

    private static UnaryOperator<String> without(String header) {
        return line -> line.startsWith(header) ? "X: y" : line;
    }

    private Executable answers(String name, UnaryOperator<String> change, int status, String part) {
        return () -> {
            try (Wire wire = new Wire(base)) {
                String answer = wire.request(Stream.of(
                                        "GET /signaling/handshake HTTP/1.1",
                                        "Host: " + base.getAuthority(),
                                        "Connection: Upgrade",
                                        "Upgrade: websocket",
                                        "Sec-WebSocket-Version: 13",
                                        "Sec-WebSocket-Key: " + Wire.KEY)
                                .map(change)
                                .toArray(String[]::new))
                        .toLowerCase(Locale.ROOT);
                assertTrue(answer.startsWith("http/1.1 " + status), () -> name + ": " + answer);
                assertTrue(answer.contains(part), () -> name + ": " + answer);
                assertFalse(answer.contains("sec-websocket-extensions"), () -> name + ": " + answer);
            }
        };
    }
}
