package org.visavis.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IceSettingsTest {
    private static final String SECRET = "correct horse battery staple";

    private final Map<String, String> settings = new HashMap<>();

    @Test
    void namesNoServerByDefault() {
        assertEquals(new IceSettings(List.of(), null, Duration.ofHours(12), "all", null), read());
    }

    @Test
    void readsUrlsSecretAndLifetime() {
        settings.put("visavis.ice.urls", "stun:a.example, turn:10.0.0.7:3478?transport=udp,turns:[2001:db8::7]:5349");
        settings.put("visavis.turn.secret", SECRET);
        settings.put("visavis.turn.ttl", "3600");
        assertEquals(
                new IceSettings(
                        List.of("stun:a.example", "turn:10.0.0.7:3478?transport=udp", "turns:[2001:db8::7]:5349"),
                        SECRET,
                        Duration.ofHours(1),
                        "all",
                        null),
                read());
        assertEquals(Duration.ofMinutes(30), read().refresh());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.example",
                "http://a.example",
                "stun://a.example",
                "stun:a.example?transport=udp",
                "turn:a.example?transport=sctp",
                "turn:user@a.example",
                "stun:a.example:123456",
                "stun:",
                "stun:a.example,",
                "stun:a.example stun:b.example"
            })
    void refusesUrlsThatBrowsersThrowAt(String value) {
        settings.put("visavis.ice.urls", value);
        assertRefused("The setting visavis.ice.urls is '" + value
                + "'; it must be URLs such as stun:turn.example or turn:turn.example:3478, separated by commas.");
    }

    @Test
    void turnNeedsASecret() {
        settings.put("visavis.ice.urls", "stun:a.example,turn:a.example");
        assertRefused("The setting visavis.ice.urls names a TURN server; visavis.turn.secret or"
                + " visavis.turn.secret.file must give the secret that Visavis shares with it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forever", "59", "2592001"})
    void refusesALifetimeThatIsNone(String value) {
        settings.put("visavis.turn.ttl", value);
        assertRefused("The setting visavis.turn.ttl is '" + value + "'; it must be a whole number from 60 to 2592000.");
    }

    @Test
    void relaysOnlyWhereThereIsARelay() {
        settings.put("visavis.ice.transport.policy", "relay");
        assertRefused(
                "The setting visavis.ice.transport.policy is 'relay'; visavis.ice.urls must name a TURN server that"
                        + " relays.");
        settings.put("visavis.ice.urls", "turn:a.example");
        settings.put("visavis.turn.secret", SECRET);
        assertEquals("relay", read().transportPolicy());
        settings.put("visavis.ice.transport.policy", "none");
        assertRefused("The setting visavis.ice.transport.policy is 'none'; it must be all or relay.");
    }

    @Test
    void answersStunWhereItIsToldTo() {
        settings.put("visavis.stun.port", "3478");
        assertEquals(new InetSocketAddress(3478), read().stun());
        settings.put("visavis.stun.host", "127.0.0.1");
        assertEquals(new InetSocketAddress(InetAddress.getLoopbackAddress(), 3478), read().stun());
        settings.put("visavis.stun.port", "0");
        assertNull(read().stun());
        settings.put("visavis.stun.port", "65536");
        assertRefused("The setting visavis.stun.port is '65536'; it must be a whole number from 0 to 65535.");
    }

    @Test
    void readsTheSecretFromAFile(@TempDir Path folder) throws IOException {
        settings.put(
                "visavis.turn.secret.file",
                Files.writeString(folder.resolve("secret"), SECRET + "\n").toString());
        assertEquals(SECRET, read().turnSecret());
    }

    @Test
    void takesTheSecretFromOnePlaceOnly() {
        settings.put("visavis.turn.secret", SECRET);
        settings.put("visavis.turn.secret.file", "/run/secrets/turn");
        assertRefused("The settings visavis.turn.secret and visavis.turn.secret.file exclude each other.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", SECRET + "\n" + SECRET})
    void refusesAFileThatHoldsNoSecret(String content, @TempDir Path folder) throws IOException {
        String file = Files.writeString(folder.resolve("secret"), content).toString();
        settings.put("visavis.turn.secret.file", file);
        assertFileRefused(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere/secret", "/", "\0"})
    void refusesAFileThatIsNone(String file) {
        settings.put("visavis.turn.secret.file", file);
        assertFileRefused(file);
    }

    @Test
    void neverPrintsTheSecret() {
        settings.put("visavis.turn.secret", SECRET);
        assertFalse(Settings.read(sources()).toString().contains(SECRET));
    }

    private void assertFileRefused(String file) {
        assertRefused("The setting visavis.turn.secret.file is '" + file
                + "'; it must be a file that Visavis can read, with the secret as its only line.");
    }

    private void assertRefused(String sentence) {
        assertEquals(
                sentence,
                assertThrows(IllegalArgumentException.class, this::read).getMessage());
    }

    private IceSettings read() {
        return IceSettings.read(sources());
    }

    private SettingSources sources() {
        return SettingSources.none().with(Origin.FILE, settings);
    }
}
