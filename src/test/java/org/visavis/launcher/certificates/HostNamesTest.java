package org.visavis.launcher.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {
    @ParameterizedTest
    @CsvSource({
        "Calls.Example, calls.example",
        "büro.example, xn--bro-hoa.example",
        "10.0.0.1, 10.0.0.1",
        "::1, ::1",
        "2001:DB8::7, 2001:db8:0:0:0:0:0:7",
        "a, a"
    })
    void areNormalized(String given, String normalized) {
        assertEquals(Optional.of(normalized), HostNames.normalized(given));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "-a", "a..b", "https://a", "a:1", "*.example", "1.2.3.400", "a_b", "::1%lo"})
    void areNamesOrAddressesOnly(String given) {
        assertEquals(Optional.empty(), HostNames.normalized(given));
    }

    @Test
    void beginWithTheGivenOnesAndEndWithLoopback() {
        List<String> names = HostNames.current(List.of("calls.example"));

        assertEquals("calls.example", names.get(0));
        assertEquals(List.of("localhost", "127.0.0.1", "::1"), names.subList(names.size() - 3, names.size()));
        assertTrue(
                names.stream().allMatch(name -> HostNames.normalized(name).equals(Optional.of(name))), names::toString);
    }
}
