package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who lost the connection comes back to its place, over real sockets. */
class ResumeIT extends DeployedWar {
    /** More than the log of a room keeps. */
    private static final int MORE_THAN_KEPT = 1_100;

    @RegisterExtension
    final TestRoom room = new TestRoom();

    @Test
    void whoComesBackGetsWhatWasMissedAndNobodyElseNotices() {
        SignalingClient ada = room.connect(base);
        SignalingClient grace = room.connect(base);
        ada.join("Ada");
        JsonObject welcome = grace.join("Grace");
        ada.next("peer-joined");
        assertEquals(60, welcome.getJsonObject("resume").getInt("seconds"));

        room.abort(grace);
        ada.send("{\"type\":\"status\",\"status\":{\"camera\":false}}");
        ada.send("{\"type\":\"signal\",\"to\":\"" + idOf(welcome) + "\",\"data\":{\"n\":1}}");
        SignalingClient back = room.connect(base);
        JsonObject welcomeBack = back.resume("Grace", secretOf(welcome), welcome.getInt("seq"));
        assertTrue(welcomeBack.getBoolean("resumed"));
        assertEquals(idOf(welcome), idOf(welcomeBack));
        ada.send("{\"type\":\"signal\",\"data\":{\"n\":2}}");

        assertFalse(back.next("status").getJsonObject("status").getBoolean("camera"));
        assertEquals(1, back.next("signal").getJsonObject("data").getInt("n"));
        assertEquals(2, back.next("signal").getJsonObject("data").getInt("n"));
        back.expectNothingElse();
        ada.expectNothingElse();
    }

    @Test
    void whoClosesThePageIsGoneAtOnce() {
        SignalingClient ada = room.connect(base);
        SignalingClient grace = room.connect(base);
        ada.join("Ada");
        JsonObject welcome = grace.join("Grace");
        ada.next("peer-joined");
        grace.close();
        JsonObject left = ada.next("peer-left");
        assertEquals(idOf(welcome), left.getString("id"));
        assertEquals("lost", left.getString("reason"));
    }

    @Test
    void theLaterOfTwoConnectionsTakesThePlace() {
        SignalingClient ada = room.connect(base);
        SignalingClient grace = room.connect(base);
        ada.join("Ada");
        JsonObject welcome = grace.join("Grace");
        ada.next("peer-joined");
        SignalingClient later = room.connect(base);
        assertTrue(
                later.resume("Grace", secretOf(welcome), welcome.getInt("seq")).getBoolean("resumed"));
        grace.expectError("replaced");
        grace.expectClose(4011, "replaced");
        later.send("{\"type\":\"signal\",\"data\":{}}");
        assertEquals(idOf(welcome), ada.next("signal").getString("from"));
        ada.expectNothingElse();
        later.expectNothingElse();
    }

    @Test
    void whoWasAwayForTooMuchJoinsAfreshUnderTheSameId() {
        SignalingClient ada = room.connect(base);
        SignalingClient grace = room.connect(base);
        ada.join("Ada");
        JsonObject welcome = grace.join("Grace");
        ada.next("peer-joined");
        room.abort(grace);
        for (int i = 0; i < MORE_THAN_KEPT; i++) {
            ada.send("{\"type\":\"signal\",\"data\":{}}");
        }
        ada.expectNothingElse(); // by now the server has worked on all of them
        SignalingClient back = room.connect(base);
        JsonObject fresh = back.resume("Grace", secretOf(welcome), welcome.getInt("seq"));
        assertFalse(fresh.getBoolean("resumed"));
        assertEquals(idOf(welcome), idOf(fresh));
        assertNotEquals(secretOf(welcome), secretOf(fresh));
        assertEquals(idOf(welcome), ada.next("peer-left").getString("id"));
        assertEquals(
                idOf(welcome), ada.next("peer-joined").getJsonObject("peer").getString("id"));
        back.expectNothingElse();
    }

    @Test
    void aSecretOfNobodyIsOfNoUse() {
        SignalingClient ada = room.connect(base);
        JsonObject welcome = ada.join("Ada");
        SignalingClient mallory = room.connect(base);
        JsonObject other = mallory.resume("Mallory", idOf(welcome) + "A".repeat(20), welcome.getInt("seq"));
        assertFalse(other.getBoolean("resumed"));
        assertNotEquals(idOf(welcome), idOf(other));
        ada.next("peer-joined");
        ada.expectNothingElse();
    }

    @Test
    void whatIsSentAgainArrivesOnce() {
        SignalingClient ada = room.connect(base);
        SignalingClient grace = room.connect(base);
        ada.join("Ada");
        grace.join("Grace");
        ada.next("peer-joined");
        for (int number : new int[] {1, 2, 2, 1, 3}) {
            grace.send("{\"type\":\"signal\",\"number\":" + number + ",\"data\":{\"n\":" + number + "}}");
        }
        grace.send("{\"type\":\"ping\"}");
        assertEquals(3, grace.next("pong").getInt("received"));
        for (int n = 1; n <= 3; n++) {
            assertEquals(n, ada.next("signal").getJsonObject("data").getInt("n"));
        }
        ada.expectNothingElse();
    }

    private static String idOf(JsonObject welcome) {
        return welcome.getJsonObject("self").getString("id");
    }

    private static String secretOf(JsonObject welcome) {
        return welcome.getJsonObject("resume").getString("secret");
    }
}
