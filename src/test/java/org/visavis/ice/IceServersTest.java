package org.visavis.ice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.visavis.signaling.ServerMessage.IceServer;

class IceServersTest {
    private final TurnCredentials credentials =
            new TurnCredentials("secret", Duration.ofDays(20454), () -> Instant.EPOCH);

    @Test
    void thereAreNoneByDefault() {
        assertEquals(List.of(), new IceServers(List.of(), null).apply("Qd81Jw0aTz-r"));
    }

    @Test
    void stunNeedsNoCredentials() {
        assertEquals(
                List.of(new IceServer(List.of("stun:a.example", "stuns:b.example"), null, null)),
                new IceServers(List.of("stun:a.example", "stuns:b.example"), null).apply("Qd81Jw0aTz-r"));
    }

    @Test
    void turnGetsThemForEachParticipantAndStunStaysWithout() {
        List<String> urls = List.of("turn:a.example?transport=tcp", "stun:a.example", "turns:a.example");
        assertEquals(
                List.of(
                        new IceServer(List.of("stun:a.example"), null, null),
                        new IceServer(
                                List.of("turn:a.example?transport=tcp", "turns:a.example"),
                                "1767225600:Qd81Jw0aTz-r",
                                "8ElM74WUgL16A1uf2Be5nGbQYGA=")),
                new IceServers(urls, credentials).apply("Qd81Jw0aTz-r"));
    }
}
