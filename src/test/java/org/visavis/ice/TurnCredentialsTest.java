package org.visavis.ice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TurnCredentialsTest {
    private static TurnCredentials with(String secret) {
        return new TurnCredentials(secret, Duration.ofHours(12), () -> Instant.parse("2025-12-31T12:00:00.9Z"));
    }

    @Test
    void theUserNameBeginsWithTheSecondOfItsEnd() {
        long end = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
        assertEquals(end + ":Qd81Jw0aTz-r", with("secret").username("Qd81Jw0aTz-r"));
    }

    /** RFC 2202, test case 2 for HMAC-SHA-1. */
    @Test
    void thePasswordIsTheBase64OfTheHmac() {
        byte[] hmac = HexFormat.of().parseHex("effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
        assertEquals(Base64.getEncoder().encodeToString(hmac), with("Jefe").password("what do ya want for nothing?"));
    }

    /** As in PROTOCOL.md; made with {@code openssl dgst -sha1 -hmac secret -binary | base64}. */
    @Test
    void isWhatOthersMakeOfTheSameSecret() {
        assertEquals("8ElM74WUgL16A1uf2Be5nGbQYGA=", with("secret").password("1767225600:Qd81Jw0aTz-r"));
    }
}
