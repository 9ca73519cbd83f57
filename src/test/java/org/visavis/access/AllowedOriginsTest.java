package org.visavis.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedOriginsTest {
    private final AllowedOrigins origins = new AllowedOrigins(Set.of("https://portal.example"));

    @ParameterizedTest
    @CsvSource({
        "http://localhost:6655, localhost:6655, true",
        "https://Visavis.example, visavis.example, true",
        "https://visavis.example, visavis.example:443, false",
        "http://[::1]:6655, [::1]:6655, true",
        "https://portal.example, visavis.example, true",
        "http://portal.example, visavis.example, false",
        "https://portal.example:8443, visavis.example, false",
        "https://evil.example, visavis.example, false",
        "https://visavis.example.evil.example, visavis.example, false",
        "https://evil.example/visavis.example, visavis.example, false",
        "null, visavis.example, false",
        "visavis.example, visavis.example, false",
        "://visavis.example, visavis.example, false",
        ", visavis.example, true",
        "http://localhost:6655,, false"
    })
    void allowsThePagesOwnOriginAndThoseInTheSettings(String origin, String host, boolean allowed) {
        assertEquals(allowed, origins.allows(origin, host));
    }
}
