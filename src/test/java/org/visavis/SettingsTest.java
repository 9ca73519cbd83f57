package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
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
        assertEquals(new Settings(false, 16, Set.of(), IceSettings.NONE), read());
    }

    @Test
    void looksInPropertiesThenEnvironmentThenContext() {
        context.put("visavis.room.capacity", "4");
        assertEquals(4, read().roomCapacity());
        environment.put("VISAVIS_ROOM_CAPACITY", " 5 ");
        assertEquals(5, read().roomCapacity());
        properties.put("visavis.room.capacity", "6");
        assertEquals(6, read().roomCapacity());
        properties.put("visavis.room.capacity", "  ");
        assertEquals(5, read().roomCapacity());
    }

    @Test
    void readsWhetherALoginIsRequired() {
        properties.put("visavis.auth", "open");
        assertFalse(read().loginRequired());
        properties.put("visavis.auth", "container");
        assertTrue(read().loginRequired());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Container", "true", "closed"})
    void refusesALoginThatIsNone(String value) {
        properties.put("visavis.auth", value);
        assertRefused("The setting visavis.auth is '" + value + "'; it must be open or container.");
    }

    @Test
    void readsSeveralOrigins() {
        properties.put("visavis.allowed.origins", "https://portal.example, http://localhost:8080");
        assertEquals(Set.of("https://portal.example", "http://localhost:8080"), read().allowedOrigins());
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
                "ftp://a.example"
            })
    void refusesOriginsThatAreNone(String value) {
        properties.put("visavis.allowed.origins", value);
        assertRefused("The setting visavis.allowed.origins is '" + value
                + "'; it must be origins such as https://portal.example, separated by commas.");
    }

    private void assertRefused(String sentence) {
        assertEquals(
                sentence,
                assertThrows(IllegalArgumentException.class, this::read).getMessage());
    }

    private Settings read() {
        return Settings.read(properties::get, environment::get, context::get);
    }
}
