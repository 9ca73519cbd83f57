package org.visavis.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsAccessTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.3.2.1", "::1", "0:0:0:0:0:0:0:1", "[::1]", "::ffff:127.0.0.1"})
    void isForThisComputerByDefault(String address) {
        assertTrue(MetricsAccess.read(SettingSources.none()).allows(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.1", "128.0.0.1", "::2", "fe80::1%eth0", "localhost", "1.2.3", "127.0.0.1.example", ""})
    void isForNobodyElseByDefault(String address) {
        assertFalse(MetricsAccess.read(SettingSources.none()).allows(address));
        assertFalse(MetricsAccess.read(SettingSources.none()).allows(null));
    }

    @Test
    void readsAddressesAndRoles() {
        MetricsAccess access = read("10.1.0.0/15, fd00::/8 ,192.168.0.9,role:operator,forwarded");
        assertTrue(access.allows("10.0.255.255"));
        assertTrue(access.allows("10.1.0.1"));
        assertFalse(access.allows("10.2.0.1"));
        assertTrue(access.allows("fd12::1"));
        assertFalse(access.allows("fe80::1"));
        assertTrue(access.allows("192.168.0.9"));
        assertFalse(access.allows("192.168.0.8"));
        assertFalse(access.allows("127.0.0.1"));
        assertEquals(List.of("operator"), access.roles());
        assertTrue(access.forwarded());
        assertTrue(read("0.0.0.0/0").allows("8.8.8.8"));
    }

    @Test
    void isForNobodyWhereTheSettingSaysSo() {
        assertFalse(read("none").allows("127.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "10.0.0.0/33", "10.0.0.0/x", "::1/129", "10.0.0/8", "role:", "10.0.0.1;::1", "/8"})
    void refusesWhatItCannotRead(String value) {
        String sentence =
                assertThrows(IllegalArgumentException.class, () -> read(value)).getMessage();
        assertTrue(
                sentence.startsWith("The setting visavis.metrics.from is '" + value + "'; it must be none,"), sentence);
    }

    private static MetricsAccess read(String value) {
        return MetricsAccess.read(
                SettingSources.none().with(Origin.SYSTEM_PROPERTY, Map.of("visavis.metrics.from", value)));
    }
}
