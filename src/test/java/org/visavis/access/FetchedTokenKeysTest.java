package org.visavis.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys from a real HTTP server, which has other ones in the course of time. */
class FetchedTokenKeysTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    private volatile int status = 200;
    private volatile String body = "";

    @BeforeEach
    void start() throws Exception {
        body = set(key("first"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            int answered = status;
            requests.incrementAndGet();
            answer(exchange, answered);
        });
        server.createContext("/elsewhere", exchange -> answer(exchange, 200));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange, int answered) throws IOException {
        byte[] content = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Location", "/elsewhere"); // counts with a redirection only
        exchange.sendResponseHeaders(answered, content.length);
        try (exchange) {
            exchange.getResponseBody().write(content);
        }
    }

    private TokenKeys open() {
        return TokenKeys.open("http://127.0.0.1:" + server.getAddress().getPort() + "/keys", clock::get);
    }

    @Test
    void theFirstTokenFindsTheKeys() {
        try (TokenKeys keys = open()) {
            assertEquals(List.of("first"), ids(keys));
        }
    }

    @Test
    void anUnknownKeyBringsTheNewOnesAtMostOnceAMinute() throws Exception {
        try (TokenKeys keys = open()) {
            body = set(key("first"), key("second"));
            clock.set(FetchedTokenKeys.MIN_AGE - 1);
            keys.missed();
            assertFalse(isFetching());
            assertEquals(1, requests.get());
            clock.set(FetchedTokenKeys.MIN_AGE);
            keys.missed();
            until(() -> keys.current().size() == 2);
            keys.missed();
            clock.addAndGet(FetchedTokenKeys.MIN_AGE);
            body = set(key("third"));
            until(() -> {
                keys.missed(); // does nothing while the last fetch still ends
                return ids(keys).equals(List.of("third"));
            });
            assertEquals(3, requests.get());
        }
    }

    @Test
    void anHourLaterTheyAreFetchedAnew() throws Exception {
        try (TokenKeys keys = open()) {
            body = set(key("second"));
            clock.set(FetchedTokenKeys.MAX_AGE);
            until(() -> ids(keys).equals(List.of("second")));
            assertEquals(2, requests.get());
        }
    }

    @Test
    void aFetchThatFailsLeavesTheKeysOfBefore() throws Exception {
        try (TokenKeys keys = open()) {
            status = 500;
            clock.set(FetchedTokenKeys.MAX_AGE);
            keys.current();
            until(() -> requests.get() == 2);
            assertEquals(List.of("first"), ids(keys));
            status = 200;
            body = set(key("second"));
            clock.addAndGet(FetchedTokenKeys.MAX_AGE);
            until(() -> ids(keys).equals(List.of("second")));
        }
    }

    @Test
    void nothingElseGivesKeys() throws Exception {
        assertGivesNone(404, body);
        assertGivesNone(302, body); // to the same keys elsewhere
        assertGivesNone(200, "no keys");
        assertGivesNone(200, set());
        assertGivesNone(200, body + " ".repeat(TokenKeyReader.MAX_LENGTH));
        JWK secret = new OctetSequenceKeyGenerator(256).keyID("secret").generate();
        assertGivesNone(200, new JWKSet(secret).toString(false)); // all could read it
    }

    @Test
    void aUrlOnAnotherComputerNeedsHttps() {
        String sentence = assertThrows(
                        IllegalArgumentException.class, () -> TokenKeys.open("http://192.0.2.1/keys", clock::get))
                .getMessage();
        assertTrue(sentence.contains("must begin with https://"), sentence);
    }

    private static boolean isFetching() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("visavis-token-keys"));
    }

    private void assertGivesNone(int answered, String content) {
        status = answered;
        body = content;
        int before = requests.get();
        try (TokenKeys keys = open()) {
            assertEquals(List.of(), ids(keys), content::strip);
        }
        assertEquals(before + 1, requests.get());
    }

    private static List<String> ids(TokenKeys keys) {
        return keys.current().stream().map(TokenKey::id).toList();
    }

    private static JWK key(String id) throws Exception {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate().toPublicJWK();
    }

    private static String set(JWK... keys) {
        return new JWKSet(List.of(keys)).toString();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "in time");
            TimeUnit.MILLISECONDS.sleep(20); // between two looks
        }
    }
}
