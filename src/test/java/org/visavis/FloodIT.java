package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One says more than others can read: that one goes, and nobody who reads. */
@Tag("load")
class FloodIT extends DeployedWar {
    private static final int READERS = 8;

    /** A kilobyte. */
    private static final String FILLER = "x".repeat(1_000);

    /** Far more than anybody may say at once. */
    private static final int FLOOD = 100_000;

    /** More than one may say to the others at once, but not so much more that it could not wait for its turn. */
    private static final int TOO_MANY = 300;

    /** No close frame came (RFC 6455, section 7.1.5). */
    private static final int ABNORMAL = 1006;

    @RegisterExtension
    final TestRoom room = new TestRoom();

    @Test
    void whoFloodsARoomGoesAndNobodyWhoReads() {
        List<SignalingClient> readers = readers();
        SignalingClient flooder = join();
        String id = readers.get(0).next("peer-joined").getJsonObject("peer").getString("id");
        readers.subList(1, READERS).forEach(reader -> reader.next("peer-joined"));

        flood(flooder, "{\"type\":\"signal\",\"data\":{\"filler\":\"" + FILLER + "\"}}");
        if (isToldWhy(flooder)) {
            flooder.expectError("too-fast");
            flooder.expectClose(4014, "too-fast");
        }
        for (SignalingClient reader : readers) {
            JsonObject after = reader.nextExcept("signal");
            assertEquals("peer-left", after.getString("type"), after::toString);
            assertEquals(id, after.getString("id"));
            assertEquals("lost", after.getString("reason"));
            reader.expectNothingElse();
        }
    }

    @Test
    void whoFloodsABroadcastGoesAndNobodyWhoReads() {
        List<SignalingClient> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(room.broadcast(base));
        }
        for (int i = 1; i < READERS; i++) {
            Acquaintance.make(readers.get(0), readers.get(i));
        }
        SignalingClient flooder = room.broadcast(base);
        flood(flooder, FILLER);
        if (isToldWhy(flooder)) {
            flooder.expectClose(4014, "too-fast");
        }
        readers.get(0).send("calm");
        for (SignalingClient reader : readers.subList(1, READERS)) {
            String text = reader.next();
            while (!text.equals("calm")) {
                text = reader.next();
            }
            assertTrue(!reader.isClosed());
        }
    }

    @Test
    void whatIsSaidTooFastWaitsForItsTurn() {
        List<SignalingClient> readers = readers();
        SignalingClient speaker = join();
        for (int number = 1; number <= TOO_MANY; number++) {
            speaker.send("{\"type\":\"signal\",\"number\":" + number + ",\"data\":{\"n\":" + number + ",\"filler\":\""
                    + FILLER + "\"}}");
        }
        speaker.send("{\"type\":\"ping\"}");
        assertEquals(TOO_MANY, speaker.next("pong").getInt("received"), "what has been passed on, and no more");
        for (SignalingClient reader : readers) {
            reader.next("peer-joined");
            for (int number = 1; number <= TOO_MANY; number++) {
                assertEquals(number, reader.next("signal").getJsonObject("data").getInt("n"));
            }
            reader.expectNothingElse();
        }
        speaker.expectNothingElse();
    }

    private List<SignalingClient> readers() {
        List<SignalingClient> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            SignalingClient newcomer = join();
            readers.forEach(reader -> reader.next("peer-joined"));
            readers.add(newcomer);
        }
        return readers;
    }

    private SignalingClient join() {
        SignalingClient client = room.connect(base);
        client.join("Somebody");
        return client;
    }

    /** Waits for its end. Whoever still writes when the server has closed the connection may get a TCP reset in place of all words. */
    private static boolean isToldWhy(SignalingClient flooder) {
        try {
            return flooder.closeCode() != ABNORMAL;
        } catch (CompletionException e) {
            assertInstanceOf(IOException.class, e.getCause());
            return false;
        }
    }

    /** Says it again and again, until the connection has ended. */
    private static void flood(SignalingClient flooder, String text) {
        try {
            for (int i = 0; i < FLOOD && !flooder.isClosed(); i++) {
                flooder.send(text);
            }
        } catch (IllegalStateException e) {
            // It has ended; the client is told of that a little later.
        }
    }
}
