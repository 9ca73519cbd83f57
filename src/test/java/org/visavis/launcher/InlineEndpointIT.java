package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.RawConnection;
import org.visavis.SignalingClient;

/** One thread reads for all of {@code java -jar}: nobody may have it for long. A stall of 14 s would end every call. */
class InlineEndpointIT {
    private static final int PING = 0x89; // RFC 6455, section 5.2
    private static final int PONG = 0x8A;

    private static final String JOIN = "{\"type\":\"join\",\"name\":\"Grace\"}";

    /** More than fit between the two computers: the server is reading by then. */
    private static final long MANY = 5_000_000;

    @TempDir
    private Path folder;

    @Test
    void heedsOthersWhileOneNeverStopsSending() throws Exception {
        try (LaunchedWar war = new LaunchedWar(folder, Map.of(), List.of("--port", "0"))) {
            URI base = war.address().resolve("/");
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

    @Test
    void doesNotWaitForOneWhoTakesNoAnswers() throws Exception {
        try (LaunchedWar war = new LaunchedWar(folder, Map.of(), List.of("--port", "0"))) {
            URI base = war.address().resolve("/");
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
}
