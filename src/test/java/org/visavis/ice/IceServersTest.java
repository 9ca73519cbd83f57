package org.visavis.ice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.visavis.protocol.ServerMessage.IceConfiguration;
import org.visavis.protocol.ServerMessage.IceServer;

class IceServersTest {
    private static final String ID = "Qd81Jw0aTz-r";

    private final TurnCredentials credentials =
            new TurnCredentials("secret", Duration.ofDays(20454), () -> Instant.EPOCH);

    @Test
    void thereAreNoneByDefault() {
        assertEquals(
                new IceConfiguration(List.of(), "all"),
                new IceServers(List.of(), "all", null, null).apply(ID, "a.example"));
    }

    @Test
    void stunNeedsNoCredentials() {
        assertEquals(
                List.of(new IceServer(List.of("stun:a.example", "stuns:b.example"), null, null)),
                new IceServers(List.of("stun:a.example", "stuns:b.example"), "all", null, null)
                        .apply(ID, "a.example")
                        .iceServers());
    }

    @Test
    void turnGetsThemForEachParticipantAndStunStaysWithout() {
        List<String> urls = List.of("turn:a.example?transport=tcp", "stun:a.example", "turns:a.example");
        assertEquals(
                new IceConfiguration(
                        List.of(
                                new IceServer(List.of("stun:a.example"), null, null),
                                new IceServer(
                                        List.of("turn:a.example?transport=tcp", "turns:a.example"),
                                        "1767225600:Qd81Jw0aTz-r",
                                        "8ElM74WUgL16A1uf2Be5nGbQYGA=")),
                        "relay"),
                new IceServers(urls, "relay", credentials, null).apply(ID, "a.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "visavis.example, stun:visavis.example:3478",
        "10.0.0.7, stun:10.0.0.7:3478",
        "[2001:db8::7], stun:[2001:db8::7]:3478",
        "2001:db8::7, stun:[2001:db8::7]:3478"
    })
    void theStunServerBesideThisOneHasTheNameThatThePageHas(String host, String url) {
        assertEquals(
                List.of(new IceServer(List.of(url), null, null)),
                new IceServers(List.of(), "all", null, stunOn("0.0.0.0"))
                        .apply(ID, host)
                        .iceServers());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a b", "a?b", "a/b"})
    void whatIsNoHostGoesIntoNoUrl(String host) {
        assertEquals(
                List.of(),
                new IceServers(List.of(), "all", null, stunOn("0.0.0.0"))
                        .apply(ID, host)
                        .iceServers());
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "calls.localhost, true",
        "127.0.0.1, true",
        "::1, true",
        "visavis.example, false",
        "10.0.0.7, false",
        "localhost.example, false"
    })
    void aStunServerOnLoopbackIsOnlyForBrowsersBesideIt(String host, boolean told) {
        assertEquals(
                told,
                !new IceServers(List.of(), "all", null, stunOn("127.0.0.1"))
                        .apply(ID, host)
                        .iceServers()
                        .isEmpty());
    }

    private static InetSocketAddress stunOn(String address) {
        return new InetSocketAddress(address, 3478);
    }
}
