package org.visavis.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.visavis.access.Identity;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;
import org.visavis.room.LeaveReason;
import org.visavis.room.RoomListener.Refusal;
import org.visavis.room.RoomListener.Visit;
import org.visavis.room.RoomUsage;

class MetricsTest {
    private static final Visit ADA = new Visit("room", "1", Identity.claimed("Ada"), "10.0.0.1");

    private final Metrics metrics = new Metrics();

    MetricsTest() {
        metrics.watch(() -> new RoomUsage(1, 2, 3, 4, 5));
    }

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void countsWhatItIsTold() {
        metrics.received(ClientMessage.Signal.class, 100);
        metrics.received(ClientMessage.Signal.class, 23);
        metrics.received(null, 7);
        metrics.sent("{\"type\":\"signal\",\"seq\":1}");
        metrics.sent("{\"type\":\"signal-to-mars\"}");
        metrics.sent("hello");
        metrics.failed(ErrorCode.ROOM_FULL, "10.1.2.3");
        metrics.evicted(ErrorCode.TOO_SLOW);
        metrics.refused(new Refusal(Refusal.ORIGIN, null, null, null, null));
        metrics.joined(ADA, false);
        metrics.joined(ADA, true);
        metrics.welcomed(40);
        metrics.disconnected(ADA);
        metrics.resumed(ADA);
        metrics.left(ADA, LeaveReason.LOST);
        metrics.gauge("visavis.history", "Memory", "bytes", () -> 9);
        assertShows("visavis_received_messages_total{type=\"signal\"}", "2.0");
        assertShows("visavis_received_characters_total{type=\"signal\"}", "123.0");
        assertShows("visavis_received_messages_total{type=\"broadcast\"}", "1.0");
        assertShows("visavis_sent_messages_total{type=\"signal\"}", "1.0");
        assertShows("visavis_sent_characters_total{type=\"signal\"}", "25.0");
        assertShows("visavis_sent_messages_total{type=\"notice\"}", "0.0");
        assertShows("visavis_sent_messages_total{type=\"broadcast\"}", "2.0");
        assertShows("visavis_errors_total{code=\"room-full\"}", "1.0");
        assertShows("visavis_evictions_total{code=\"too-slow\"}", "1.0");
        assertShows("visavis_refusals_total{code=\"origin\"}", "1.0");
        assertShows("visavis_joins_total", "2.0");
        assertShows("visavis_resumes_total{result=\"too-late\"}", "1.0");
        assertShows("visavis_resumes_total{result=\"resumed\"}", "1.0");
        assertShows("visavis_join_duration_seconds_bucket{le=\"0.025\"}", "0");
        assertShows("visavis_join_duration_seconds_bucket{le=\"0.05\"}", "1");
        assertShows("visavis_disconnects_total", "1.0");
        assertShows("visavis_leaves_total{code=\"lost\"}", "1.0");
        assertShows("visavis_away", "3.0");
        assertShows("visavis_history_bytes", "9.0");
    }

    /** So that an alert sees the first of its kind rise from 0, and nobody can make more by what it sends. */
    @Test
    void hasEachKindFromTheStart() {
        int before = shown().size();
        for (ErrorCode code : ErrorCode.values()) {
            metrics.failed(code, null);
            metrics.refused(new Refusal(code.code(), "room", null, "10.0.0.1", "https://evil.example"));
        }
        assertEquals(before, shown().size());
    }

    @Test
    void watchesTheJvm() {
        Map<String, String> shown = shown();
        assertTrue(shown.containsKey("jvm_threads_live_threads"));
        assertTrue(shown.keySet().stream().anyMatch(name -> name.startsWith("jvm_memory_used_bytes{")));
        assertTrue(shown.keySet().stream().anyMatch(name -> name.startsWith("jvm_gc_")));
    }

    private void assertShows(String figure, String value) {
        assertEquals(value, shown().get(figure), figure);
    }

    private Map<String, String> shown() {
        return new String(metrics.scrape(), UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" (?=[^ ]*$)"))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (a, b) -> a, TreeMap::new));
    }
}
