package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.visavis.RawConnection;
import org.visavis.SignalingClient;

/**
 * One thread reads for all of {@code java -jar}: nobody may have it for long. A stall of 14 s would end every call. The same
 * holds where threads of the pool read.
 */
@Tag("standalone")
class InlineEndpointIT {
    private static final int PING = 0x89; // RFC 6455, section 5.2
    private static final int PONG = 0x8A;
    private static final int EMPTY_TEXT = 0x81;

    private static final String JOIN = "{\"type\":\"join\",\"name\":\"Grace\"}";

    /** More than fit between the two computers: the server is reading by then. */
    private static final long MANY = 5_000_000;

    /** So many connections that something has come for several when the server looks. */
    private static final int CROWD = 20;

    private static final int MANY_DEAF = 40;

    private final ExecutorService threads = Executors.newCachedThreadPool(); // each of them waits all the time

    @TempDir
    private Path folder;

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void heedsOthersWhileOneNeverStopsSending(ServingMode mode) throws Exception {
        try (LaunchedWar war = launch(mode)) {
            URI base = mode.address(war).resolve("/");
            LongAdder sent = new LongAdder();
            CompletableFuture<Void> ended;
            try (SignalingClient other = SignalingClient.signaling(base, "calm");
                    RawConnection flood = new RawConnection(base, "flooded")) {
                other.join("Ada");
                flood.send(JOIN);
                ended = CompletableFuture.runAsync(() -> flood.flood(PONG, 0, sent));
                while (sent.sum() < MANY && !ended.isDone()) {
                    other.expectNothingElse();
                }
                assertFalse(ended.isDone(), "the flood ended by itself");
                other.expectNothingElse();
            }
            ended.join();
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotWaitForOneWhoTakesNoAnswers(ServingMode mode) throws Exception {
        try (LaunchedWar war = launch(mode)) {
            URI base = mode.address(war).resolve("/");
            try (SignalingClient other = SignalingClient.signaling(base, "calm");
                    RawConnection deaf = new RawConnection(base, "deaf")) {
                other.join("Ada");
                deaf.send(JOIN);
                CompletableFuture<Void> ended =
                        CompletableFuture.runAsync(() -> deaf.flood(PING, 125, new LongAdder()));
                while (!ended.isDone()) {
                    other.expectNothingElse();
                }
                other.expectNothingElse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotWaitForManyWhoTakeNoAnswers(ServingMode mode) throws Exception {
        heedsOneWhileManyFlood(mode, PING, 125);
    }

    /** Each answered by an error that is much longer, for as long as that goes well. */
    @ParameterizedTest
    @EnumSource
    void doesNotGoOnAnsweringWhatMakesNoSense(ServingMode mode) throws Exception {
        heedsOneWhileManyFlood(mode, EMPTY_TEXT, 0);
    }

    /** As {@link RawConnection#flood}, until the server has ended all of them. */
    private void heedsOneWhileManyFlood(ServingMode mode, int kind, int bytes) throws Exception {
        try (LaunchedWar war = launch(mode)) {
            URI base = mode.address(war).resolve("/");
            try (SignalingClient other = SignalingClient.signaling(base, "calm")) {
                other.join("Ada");
                List<RawConnection> crowd = new ArrayList<>();
                List<CompletableFuture<Void>> ended = new ArrayList<>();
                for (int i = 0; i < MANY_DEAF; i++) {
                    RawConnection deaf = new RawConnection(base, "deaf");
                    crowd.add(deaf);
                    ended.add(CompletableFuture.runAsync(() -> deaf.flood(kind, bytes, new LongAdder()), threads));
                }
                while (!ended.stream().allMatch(CompletableFuture::isDone)) {
                    other.expectNothingElse();
                }
                SignalingClient.signaling(base, "calm").close(); // the door is open, too
                other.expectNothingElse();
                closeAll(crowd);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void passesOnInOrderWhatComesAtOnceForOne(ServingMode mode) throws Exception {
        try (LaunchedWar war = launch(mode)) {
            URI base = mode.address(war).resolve("/");
            try (SignalingClient one = SignalingClient.signaling(base, "busy")) {
                String id = one.join("Ada").getJsonObject("self").getString("id");
                List<RawConnection> crowd = crowd(one, base, "busy");
                List<String> messages = IntStream.range(0, 200)
                        .mapToObj(number ->
                                "{\"type\":\"signal\",\"to\":\"%s\",\"data\":{\"n\":%d}}".formatted(id, number))
                        .toList();
                for (RawConnection sender : crowd) {
                    sender.send(messages);
                }
                Map<String, Integer> last = new HashMap<>();
                for (int i = 0; i < CROWD * messages.size(); i++) {
                    JsonObject signal = one.next("signal");
                    int number = signal.getJsonObject("data").getInt("n");
                    Integer before = last.put(signal.getString("from"), number);
                    assertEquals(before == null ? 0 : before + 1, number);
                }
                one.expectNothingElse();
                closeAll(crowd);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgetsNothingOfThoseWhoLeaveAtOnce(ServingMode mode) throws Exception {
        try (LaunchedWar war = launch(mode)) {
            URI base = mode.address(war).resolve("/");
            try (SignalingClient one = SignalingClient.signaling(base, "busy")) {
                one.join("Ada");
                for (int times = 0; times < 5; times++) { // with connections that Tomcat uses again
                    List<RawConnection> crowd = crowd(one, base, "busy");
                    for (RawConnection leaver : crowd) {
                        leaver.send(List.of("{\"type\":\"signal\",\"data\":{}}", "{\"type\":\"leave\"}"));
                    }
                    Set<String> heard = new HashSet<>();
                    for (int i = 0; i < 2 * CROWD; i++) {
                        JsonObject message = one.nextMessage();
                        if (message.getString("type").equals("signal")) {
                            assertTrue(heard.add(message.getString("from")));
                        } else {
                            assertEquals("peer-left", message.getString("type"));
                            assertTrue(heard.remove(message.getString("id")), "their last words come before");
                        }
                    }
                    closeAll(crowd);
                }
            }
        }
    }

    private LaunchedWar launch(ServingMode mode) throws IOException {
        return mode.launch(folder, Map.of("VISAVIS_ROOM_CAPACITY", "100")); // for the crowd
    }

    /** Who has joined, and been announced to the one who is there. */
    private static List<RawConnection> crowd(SignalingClient one, URI base, String room) throws IOException {
        List<RawConnection> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            RawConnection next = new RawConnection(base, room);
            crowd.add(next);
            next.send(JOIN);
            one.next("peer-joined");
        }
        return crowd;
    }

    private static void closeAll(List<RawConnection> crowd) throws IOException {
        for (RawConnection connection : crowd) {
            connection.close();
        }
    }
}
