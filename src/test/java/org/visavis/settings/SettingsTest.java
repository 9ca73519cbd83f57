package org.visavis.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> context = new HashMap<>();

    @Test
    void hasDefaults() {
        assertEquals(
                new Settings(
                        AccessSettings.read(SettingSources.none()),
                        RoomLimits.DEFAULT,
                        ServerLimits.usual(),
                        Set.of(),
                        Set.of(),
                        new IceSettings(List.of(), null, Duration.ofHours(12), "all", null),
                        MetricsAccess.read(SettingSources.none()),
                        new AuditSettings(true, 30),
                        null),
                read());
    }

    @Test
    void looksInPropertiesThenEnvironmentThenContext() {
        context.put("visavis.room.capacity", "4");
        assertEquals(4, read().room().capacity());
        environment.put("VISAVIS_ROOM_CAPACITY", " 5 ");
        assertEquals(5, read().room().capacity());
        properties.put("visavis.room.capacity", "6");
        assertEquals(6, read().room().capacity());
        properties.put("visavis.room.capacity", "  ");
        assertEquals(5, read().room().capacity());
    }

    @Test
    void readsWhereHttpsIs() {
        properties.put("visavis.https.url", "https://calls.example:8443/visavis");
        assertEquals("https://calls.example:8443/visavis/", read().httpsUrl());
        for (String wrong : new String[] {"http://calls.example/", "calls.example", "https://", "https://a/?room=b"}) {
            properties.put("visavis.https.url", wrong);
            assertRefused("The setting visavis.https.url is '" + wrong
                    + "'; it must be an address such as https://calls.example/visavis/.");
        }
    }

    @Test
    void readsForHowLongAndHowMuchIsKept() {
        properties.put("visavis.resume.seconds", "5");
        properties.put("visavis.history.messages", "64");
        properties.put("visavis.history.length", "65536");
        properties.put("visavis.ice.urls", "turn:a.example");
        properties.put("visavis.turn.secret", "secret");
        properties.put("visavis.turn.ttl", "60");
        assertEquals(new RoomLimits(16, Duration.ofSeconds(5), 64, 65_536, Duration.ofSeconds(30)), read().room());
        properties.put("visavis.resume.seconds", "0");
        assertRefused("The setting visavis.resume.seconds is '0'; it must be a whole number from 1 to 600.");
        properties.put("visavis.resume.seconds", "60");
        properties.put("visavis.history.length", "1048577");
        assertRefused(
                "The setting visavis.history.length is '1048577'; it must be a whole number from 65536 to 1048576.");
    }

    @Test
    void readsWhatTheServerMayHold() {
        properties.put("visavis.connections", "100");
        properties.put("visavis.away.places", "0");
        properties.put("visavis.history.memory", "3");
        properties.put("visavis.waiting.memory", "5");
        properties.put("visavis.send.rate", "65536");
        assertEquals(new ServerLimits(100, 0, 3 * 1024 * 1024, 5 * 1024 * 1024, 65_536), read().server());
        properties.put("visavis.history.memory", "0");
        assertRefused("The setting visavis.history.memory is '0'; it must be a whole number from 1 to 1048576.");
    }

    @Test
    void readsWhetherALoginIsRequired() {
        properties.put("visavis.auth", "open");
        assertTrue(read().access().isOpen());
        properties.put("visavis.auth", "container");
        assertFalse(read().access().isOpen());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Container", "true", "closed"})
    void refusesALoginThatIsNone(String value) {
        properties.put("visavis.auth", value);
        assertRefused("The setting visavis.auth is '" + value
                + "'; it must be open, container or token, or several of them" + " separated by commas.");
    }

    @Test
    void readsSeveralOrigins() {
        properties.put("visavis.allowed.origins", "https://portal.example, http://localhost:8080");
        properties.put("visavis.embed.origins", "https://Wiki.example,http://[::1]:8080");
        assertEquals(Set.of("https://portal.example", "http://localhost:8080"), read().allowedOrigins());
        assertEquals(Set.of("https://wiki.example", "http://[::1]:8080"), read().embedOrigins());
    }

    @ParameterizedTest
    @ValueSource(strings = {"many", "1", "0", "-3", "101", "2.5", "99999999999"})
    void refusesARoomCapacityThatIsNone(String value) {
        properties.put("visavis.room.capacity", value);
        assertRefused("The setting visavis.room.capacity is '" + value + "'; it must be a whole number from 2 to 100.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "portal.example",
                "https://portal.example/",
                "*",
                "https://a.example,,https://b.example",
                "https://*.example",
                "https://a.example;script-src",
                "https://ada@a.example",
                "ftp://a.example"
            })
    void refusesOriginsThatAreNone(String value) {
        for (String name : List.of("visavis.allowed.origins", "visavis.embed.origins")) {
            properties.put(name, value);
            assertRefused("The setting " + name + " is '" + value
                    + "'; it must be origins such as https://portal.example, separated by commas.");
            properties.remove(name);
        }
    }

    private void assertRefused(String sentence) {
        assertEquals(
                sentence,
                assertThrows(IllegalArgumentException.class, this::read).getMessage());
    }

    private Settings read() {
        return Settings.read(SettingSources.none()
                .with(Origin.SYSTEM_PROPERTY, properties)
                .with(Origin.ENVIRONMENT, environment)
                .with(Origin.CONTEXT_PARAMETER, context));
    }
}
