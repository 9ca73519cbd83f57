package org.visavis.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.visavis.access.Identity;
import org.visavis.access.Role;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.MessageCodec;
import org.visavis.protocol.ParticipantStatus;
import org.visavis.protocol.ProtocolException;
import org.visavis.settings.RoomLimits;
import org.visavis.settings.ServerLimits;

/** Those who lost their connection come back to what they left, and nobody else does. */
class ResumeTest {
    private static final long RESUME = 60_000;
    private static final int MESSAGES = 40;

    /** The number of a connection that was opened after all others. */
    private static final long LATER = Long.MAX_VALUE;

    private long now = 1_000;
    private final Rooms rooms = new Rooms(
            new RoomLimits(3, Duration.ofMillis(RESUME), MESSAGES, 10_000, null),
            ServerLimits.usual(),
            new MessageCodec(),
            () -> now);

    private final RecordingOutbox toAda = new RecordingOutbox();
    private final RecordingOutbox toGrace = new RecordingOutbox();
    private final RecordingOutbox again = new RecordingOutbox();
    private final Seat ada = rooms.join("daily", Arrivals.of("Ada", toAda));
    private final Seat grace = rooms.join("daily", Arrivals.of("Grace", toGrace));

    @Test
    void getsWhatItMissedInOrderAndOnceWhileTheOthersNoticeNothing() {
        say(ada, 1);
        long seen = RoomsTest.seqOf(toGrace.last());
        int adaBefore = toAda.sent().size();
        rooms.disconnected(grace);
        say(ada, 2);
        ada.room().status(ada, new ClientMessage.Status(new ParticipantStatus(null, false, null, null), null));
        ada.room().signal(ada, Arrivals.signal(grace.id(), "{\"n\":3}"));
        now += RESUME;
        rooms.expire();

        Seat back = resume(grace.participant().secret().text(), seen);
        assertEquals(grace.id(), back.id());
        assertEquals("Grace", back.participant().identity().name());
        say(ada, 4);
        assertEquals(
                List.of("welcome", "{\"n\":2}", "{\"camera\":false}", "{\"n\":3}", "{\"n\":4}"),
                again.sent().stream().map(ResumeTest::gist).toList());
        assertTrue(again.sent().get(0).contains("\"resumed\":true"));
        assertEquals(seen, RoomsTest.seqOf(again.sent().get(0).replaceAll("\"resume\":\\{.*?}", "")));
        assertEquals(adaBefore, toAda.sent().size());

        say(back, 5);
        assertEquals("{\"n\":5}", gist(toAda.last()));
    }

    @Test
    void takesNothingTwiceThatIsSentAgain() {
        signal(grace, 1, "{\"n\":1}");
        signal(grace, 2, "{\"n\":2}");
        rooms.disconnected(grace);
        Seat back = resume(grace.participant().secret().text(), 2);
        assertTrue(again.sent().get(0).contains("\"received\":2"), again.sent().get(0));
        signal(back, 2, "{\"n\":2}");
        signal(back, 3, "{\"n\":3}");
        assertEquals(3L, back.room().lastNumber(back));
        assertEquals(
                List.of("{\"n\":1}", "{\"n\":2}", "{\"n\":3}"),
                toAda.sent().stream()
                        .filter(text -> text.contains("signal"))
                        .map(ResumeTest::gist)
                        .toList());
        assertThrows(
                ProtocolException.class, () -> back.room().signal(back, new ClientMessage.Signal("nobody", "{}", 4L)));
        assertEquals(4L, back.room().lastNumber(back), "what was refused is not to be sent again");
    }

    @Test
    void whatIsReadLateFromAConnectionThatWasGivenUpTakesNoPlace() {
        Seat back = resume(grace.participant().secret().text(), 2);
        RecordingOutbox givenUp = new RecordingOutbox();
        ProtocolException refused = assertThrows(
                ProtocolException.class,
                () -> resume(grace.participant().secret().text(), 2, givenUp, LATER - 1));
        assertEquals(ErrorCode.REPLACED, refused.code());
        assertEquals(List.of(), givenUp.sent());
        assertNull(again.closed());
        say(back, 1);
        assertEquals("{\"n\":1}", gist(toAda.last()));
        say(ada, 2);
        assertEquals("{\"n\":2}", gist(again.last()));
    }

    @Test
    void nothingComesOverAConnectionThatHasBeenReplaced() {
        Seat back = resume(grace.participant().secret().text(), 2);
        assertEquals(ErrorCode.REPLACED, toGrace.closed());
        int before = toAda.sent().size();
        say(grace, 1);
        rooms.disconnected(grace);
        rooms.leave(grace, LeaveReason.LEFT);
        assertEquals(before, toAda.sent().size());
        assertNull(back.participant().awaySince());
        assertEquals(2, rooms.usage().participants());
    }

    @Test
    void whoComesTooLateIsGoneAndJoinsAfreshUnderTheSameId() {
        rooms.disconnected(grace);
        now += RESUME + 1;
        rooms.expire();
        assertEquals(
                "{\"type\":\"peer-left\",\"id\":\"" + grace.id() + "\",\"reason\":\"lost\",\"seq\":4}", toAda.last());
        Seat fresh = resume(grace.participant().secret().text(), 2);
        assertFresh(fresh);
        assertEquals(grace.id(), fresh.id());
    }

    @Test
    void whoFellOutOfTheLogJoinsAfresh() {
        rooms.disconnected(grace);
        for (int i = 0; i <= MESSAGES; i++) {
            say(ada, i);
        }
        Seat fresh = resume(grace.participant().secret().text(), 2);
        assertFresh(fresh);
        assertEquals(grace.id(), fresh.id());
        List<String> seen = toAda.sent();
        assertTrue(seen.get(seen.size() - 2).contains("peer-left"));
        assertTrue(seen.get(seen.size() - 1).contains("peer-joined"));
    }

    @Test
    void aServerThatHasForgottenEverythingGivesTheSameIdAgainButNotWhatItSaidToOthers() {
        Rooms restarted = Arrivals.rooms(3);
        RecordingOutbox toOther = new RecordingOutbox();
        Seat other = restarted.join("daily", Arrivals.of("Other", toOther));
        for (int i = 0; i < 10; i++) {
            other.room().signal(other, Arrivals.signal(null, "{}"));
        }
        ClientMessage.Resume claim =
                new ClientMessage.Resume(grace.participant().secret().text(), 5L);
        Seat fresh = restarted.join("daily", Arrivals.of(Identity.claimed("Grace"), again, claim));
        assertFresh(fresh);
        assertEquals(grace.id(), fresh.id());
        assertNotEquals(
                grace.participant().secret().text(),
                fresh.participant().secret().text());

        // The welcome was lost, and what it would have said: the number is of the time before the restart.
        restarted.disconnected(fresh);
        RecordingOutbox oncemore = new RecordingOutbox();
        restarted.join("daily", Arrivals.of(Identity.claimed("Grace"), oncemore, claim));
        assertTrue(oncemore.sent().get(0).contains("\"resumed\":false"));
    }

    @Test
    void nobodyTakesAPlaceWithAnythingButItsSecret() {
        String secret = grace.participant().secret().text();
        for (String other : List.of(
                "",
                "x",
                grace.id(),
                secret.substring(1) + "A",
                (secret.startsWith("A") ? "B" : "A") + secret.substring(1),
                secret + "A",
                "ä".repeat(32))) {
            RecordingOutbox outbox = new RecordingOutbox();
            Seat stranger = rooms.join(
                    "daily", Arrivals.of(Identity.claimed("Mallory"), outbox, new ClientMessage.Resume(other, 2L)));
            assertTrue(outbox.sent().get(0).contains("\"resumed\":false"), other);
            assertEquals(3, rooms.usage().participants(), other);
            rooms.leave(stranger, LeaveReason.LEFT);
        }
        assertNull(toGrace.closed());
    }

    @Test
    void theSecretIsNotEnoughWhereTheContainerKnowsWhoItIs() {
        RecordingOutbox toHedy = new RecordingOutbox();
        Identity hedy = Identity.verified("hedy", Role.MODERATOR);
        Seat verified = rooms.join("daily", Arrivals.of(hedy, toHedy, null));
        ClientMessage.Resume claim =
                new ClientMessage.Resume(verified.participant().secret().text(), 3L);
        rooms.leave(ada, LeaveReason.LEFT); // makes place for those who come instead
        for (Identity other : List.of(
                Identity.claimed("hedy"),
                Identity.verified("mallory", Role.MODERATOR),
                Identity.verified("hedy", Role.PARTICIPANT))) {
            Seat stranger = rooms.join("daily", Arrivals.of(other, new RecordingOutbox(), claim));
            assertNotEquals(verified.id(), stranger.id());
            rooms.leave(stranger, LeaveReason.LEFT);
        }
        assertNull(toHedy.closed());
        assertEquals(
                verified.id(),
                rooms.join("daily", Arrivals.of(hedy, again, claim)).id());
    }

    @Test
    void asksForNothingThatWasSaidBeforeItsOwnTime() {
        assertFresh(resume(grace.participant().secret().text(), 1));
    }

    @Test
    void asksForNothingThatHasNotBeenSaid() {
        assertFresh(resume(grace.participant().secret().text(), 3));
    }

    @Test
    void whatDoesNotFitIntoAnOutboxIsNotReplayed() {
        Rooms roomy = new Rooms(
                new RoomLimits(3, Duration.ofMillis(RESUME), 1_000, Outbox.MAX_LENGTH, null),
                ServerLimits.usual(),
                new MessageCodec(),
                () -> now);
        Seat speaker = roomy.join("daily", Arrivals.of("Ada", new RecordingOutbox()));
        Seat absent = roomy.join("daily", Arrivals.of("Grace", new RecordingOutbox()));
        roomy.disconnected(absent);
        String filler = "x".repeat(Outbox.MAX_LENGTH / 32);
        for (int i = 0; i < 30; i++) {
            speaker.room().signal(speaker, Arrivals.signal(null, "{\"filler\":\"" + filler + "\"}"));
        }
        roomy.join(
                "daily",
                Arrivals.of(
                        Identity.claimed("Grace"),
                        again,
                        new ClientMessage.Resume(absent.participant().secret().text(), 2L)));
        assertTrue(again.sent().get(0).contains("\"resumed\":false"));
    }

    @Test
    void whoIsAwayLongestMakesPlaceForWhoIsHere() {
        Seat hedy = rooms.join("daily", Arrivals.of("Hedy", new RecordingOutbox()));
        rooms.disconnected(hedy);
        now++;
        rooms.disconnected(grace);
        rooms.join("daily", Arrivals.of("Katherine", new RecordingOutbox()));
        assertTrue(toAda.sent().stream().anyMatch(text -> text.contains("peer-left") && text.contains(hedy.id())));
        assertEquals(1, rooms.usage().away());
    }

    @Test
    void tellsOfIceServersAnewWhenTheyAreDue() {
        Rooms relayed = new Rooms(
                new RoomLimits(3, Duration.ofMillis(RESUME), MESSAGES, 10_000, Duration.ofSeconds(30)),
                ServerLimits.usual(),
                new MessageCodec(),
                () -> now);
        Seat connected = relayed.join("daily", Arrivals.of("Ada", again));
        now += 29_999;
        relayed.expire();
        assertEquals(1, again.sent().size());
        now++;
        relayed.expire();
        relayed.expire();
        assertEquals("{\"type\":\"ice-configuration\",\"iceServers\":[],\"iceTransportPolicy\":\"all\"}", again.last());
        assertEquals(2, again.sent().size());
        relayed.disconnected(connected);
        now += 30_000;
        relayed.expire();
        assertEquals(2, again.sent().size());
    }

    @Test
    void neverPrintsASecret() {
        assertFalse(grace.participant()
                .secret()
                .toString()
                .contains(grace.participant().secret().key()));
    }

    private static void say(Seat from, int n) {
        from.room().signal(from, Arrivals.signal(null, "{\"n\":" + n + "}"));
    }

    private static void signal(Seat from, long number, String data) {
        from.room().signal(from, new ClientMessage.Signal(null, data, number));
    }

    private Seat resume(String secret, long seq) {
        return resume(secret, seq, again, LATER);
    }

    private Seat resume(String secret, long seq, Outbox outbox, long connection) {
        ClientMessage.Resume resume = new ClientMessage.Resume(secret, seq);
        return rooms.join("daily", Arrivals.of(Identity.claimed("Somebody"), outbox, connection, resume));
    }

    private void assertFresh(Seat participant) {
        assertEquals("welcome", gist(again.sent().get(0)));
        assertTrue(again.sent().get(0).contains("\"resumed\":false"));
        assertFalse(again.sent().get(0).contains("\"received\""));
        assertEquals(1, again.sent().size());
        assertNull(participant.participant().awaySince());
    }

    /** What a message carries. */
    private static String gist(String text) {
        return text.contains("\"welcome\"")
                ? "welcome"
                : text.replaceFirst(".*\"(?:data|status)\":(\\{[^}]*}).*", "$1");
    }
}
