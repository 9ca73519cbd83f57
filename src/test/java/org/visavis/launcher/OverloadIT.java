package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.IdleConnections;
import org.visavis.RawConnection;
import org.visavis.SignalingClient;

/** Strangers fill a server that has little memory: it lives, and others talk on. */
@Tag("standalone")
class OverloadIT {
    private static final String HEAP = "-Xmx64m";

    /** Of which each would be enough for a sixtieth of the heap. */
    private static final int ROOMS = 200;

    /** Nearly the longest, and so many that a room's log is full. */
    private static final int LENGTH = 60_000;

    private static final int MESSAGES = 18;

    private static final int DEAF = 100;

    /** More than the system takes for one who does not read. */
    private static final int MESSAGES_FOR_THE_DEAF = 80;

    /** What the server may use when all is over, in bytes; without anybody it is 10 MB. */
    private static final long AFTERWARDS = 24_000_000;

    @TempDir
    private Path folder;

    @Test
    void keepsWhatRoomsSayWithinItsMemory() throws Exception {
        try (LaunchedWar war = launch();
                Talk talk = new Talk(war)) {
            for (int i = 0; i < ROOMS; i++) {
                SignalingClient listener = talk.stranger("room" + i);
                SignalingClient speaker = talk.stranger("room" + i);
                for (int times = 0; times < MESSAGES; times++) {
                    speaker.send(signal("null"));
                }
                speaker.expectNothingElse();
                speaker.abort();
                listener.abort(); // both may come back for a while
                talk.goesOn();
            }
            talk.newcomersAreWelcome();
            while (IdleConnections.heapInUse(war.pid()) > AFTERWARDS) {
                talk.goesOn();
            }
        }
    }

    @Test
    void keepsWhatWaitsForThoseWhoDoNotReadWithinItsMemory() throws Exception {
        List<RawConnection> deaf = new ArrayList<>();
        try (LaunchedWar war = launch();
                Talk talk = new Talk(war)) {
            for (int i = 0; i < DEAF; i++) {
                SignalingClient speaker = talk.stranger("room" + i);
                RawConnection listener = new RawConnection(talk.base, "room" + i);
                deaf.add(listener);
                listener.send("{\"type\":\"join\",\"name\":\"Deaf\"}");
                String id = speaker.next("peer-joined").getJsonObject("peer").getString("id");
                for (int times = 0; times < MESSAGES_FOR_THE_DEAF; times++) {
                    speaker.send(signal("\"" + id + "\""));
                }
                untilAllIsWorkedOn(speaker);
                speaker.abort();
                talk.goesOn();
            }
            talk.newcomersAreWelcome();
        } finally {
            for (RawConnection connection : deaf) {
                connection.close();
            }
        }
    }

    @Test
    void keepsMessagesThatNeverEndWithinItsMemory() throws Exception {
        try (LaunchedWar war = launch();
                Talk talk = new Talk(war)) {
            for (int i = 0; i < 5 * ROOMS; i++) {
                talk.stranger("room" + i).begin("x".repeat(LENGTH));
                if (i % 10 == 0) {
                    talk.goesOn();
                }
            }
            talk.newcomersAreWelcome();
        }
    }

    /** Whatever came of it: who does not read may have been sent away meanwhile. */
    private static void untilAllIsWorkedOn(SignalingClient speaker) {
        speaker.send("{\"type\":\"ping\"}");
        String type;
        do {
            type = speaker.nextMessage().getString("type");
        } while (!type.equals("pong"));
    }

    private static String signal(String to) {
        return "{\"type\":\"signal\",\"to\":" + to + ",\"data\":{\"filler\":\"" + "x".repeat(LENGTH) + "\"}}";
    }

    private LaunchedWar launch() throws IOException {
        Map<String, String> environment =
                Map.of("JDK_JAVA_OPTIONS", HEAP, "VISAVIS_RESUME_SECONDS", "30", "VISAVIS_SEND_RATE", "100000000");
        return new LaunchedWar(folder, environment, List.of("--port", "0"));
    }

    /** Two who talk meanwhile, and are never disturbed. */
    private static final class Talk implements AutoCloseable {
        private final URI base;
        private final SignalingClient ada;
        private final SignalingClient grace;
        private final List<SignalingClient> strangers = new ArrayList<>();
        private int said;

        Talk(LaunchedWar war) throws IOException {
            base = war.address().resolve("/");
            ada = SignalingClient.signaling(base, "calm");
            grace = SignalingClient.signaling(base, "calm");
            ada.join("Ada");
            grace.join("Grace");
            ada.next("peer-joined");
        }

        SignalingClient stranger(String room) {
            SignalingClient stranger = SignalingClient.signaling(base, room);
            strangers.add(stranger);
            stranger.join("Somebody");
            return stranger;
        }

        void goesOn() {
            said++;
            ada.send("{\"type\":\"signal\",\"data\":{\"n\":" + said + "}}");
            JsonObject heard = grace.next("signal");
            assertEquals(said, heard.getJsonObject("data").getInt("n"));
            grace.expectNothingElse();
        }

        void newcomersAreWelcome() {
            try (SignalingClient newcomer = SignalingClient.signaling(base, "calm")) {
                assertEquals(2, newcomer.join("Newcomer").getJsonArray("peers").size());
                ada.next("peer-joined");
                grace.next("peer-joined");
                newcomer.send("{\"type\":\"signal\",\"data\":{}}");
                ada.next("signal");
                grace.next("signal");
            }
            ada.next("peer-left");
            grace.next("peer-left");
            assertTrue(!ada.isClosed() && !grace.isClosed());
        }

        @Override
        public void close() {
            strangers.forEach(SignalingClient::abort);
            ada.close();
            grace.close();
        }
    }
}
