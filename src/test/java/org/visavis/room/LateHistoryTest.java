package org.visavis.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.visavis.access.Identity;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ParticipantStatus;

/** Two nodes with one room, whose history comes back to each of them later: order, welcome and resume hold all the same. */
class LateHistoryTest {
    private static final String ROOM = "daily";

    private long now = 1_000;
    private final LateHistory history = new LateHistory();
    private final LateHistory.Server here = history.new Server(3, () -> now);
    private final LateHistory.Server there = history.new Server(3, () -> now);
    private final RecordingOutbox toAda = new RecordingOutbox();
    private final RecordingOutbox toGrace = new RecordingOutbox();

    @Test
    void aNewcomerIsInTheRoomWhenTheHistorySaysSo() {
        join(here, "Ada", toAda);
        assertEquals(List.of(), gists(toAda));
        assertEquals(1, here.rooms.usage().rooms(), "the room waits for her");
        here.deliverAll();
        assertEquals(List.of("welcome"), gists(toAda));
        assertEquals(1, RoomsTest.seqOf(toAda.last()));
    }

    @Test
    void whatIsSaidTakesEffectInTheOrderOfTheHistoryOnEachNode() {
        Seat ada = join(here, "Ada", toAda);
        Seat grace = join(there, "Grace", toGrace);
        say(ada, 1); // before she is greeted
        say(grace, 2);
        say(ada, 3);
        there.deliver(3);
        assertEquals(List.of("welcome", "1"), gists(toGrace));
        there.deliverAll();
        here.deliverAll();
        assertEquals(List.of("welcome", "1", "3"), gists(toGrace));
        assertEquals(List.of("welcome", "joined", "2"), gists(toAda));
    }

    @Test
    void aWelcomeHoldsWhatCameBeforeAndTheRestFollows() {
        Seat ada = join(here, "Ada", toAda);
        here.deliverAll();
        status(ada, new ParticipantStatus(true, null, null, null));
        join(there, "Grace", toGrace);
        status(ada, new ParticipantStatus(null, false, null, null));
        there.deliver(3);
        assertTrue(toGrace.last().contains("\"status\":{\"microphone\":true}"), toGrace::last);
        assertTrue(toGrace.last().endsWith("\"seq\":3}"), toGrace::last);
        assertEquals(1, toGrace.sent().size());
        there.deliverAll();
        assertTrue(toGrace.last().contains("{\"camera\":false}"), toGrace::last);
        assertEquals(4, RoomsTest.seqOf(toGrace.last()));
    }

    @Test
    void whoComesBackToAnotherNodeMissesNothingAndGetsNothingTwice() {
        Seat ada = join(here, "Ada", toAda);
        Seat grace = join(there, "Grace", toGrace);
        deliverAll();
        say(ada, 1);
        there.rooms.disconnected(grace);
        here.deliver(1);
        say(ada, 2); // on its way when she comes back
        RecordingOutbox again = new RecordingOutbox();
        Seat back = resume(here, grace, 2, again);
        say(ada, 3);
        assertEquals(List.of(), gists(again));
        say(back, 4);
        deliverAll();
        say(ada, 5);
        deliverAll();
        assertEquals(List.of("welcome", "1", "2", "3", "5"), gists(again));
        assertTrue(
                again.sent().get(0).contains("\"resumed\":true"), again.sent().get(0));
        assertEquals(List.of("welcome", "joined", "4"), gists(toAda));
        assertNull(back.participant().awaySince());
    }

    @Test
    void aLossThatIsToldLateDoesNotTouchTheNewConnection() {
        join(here, "Ada", toAda);
        Seat grace = join(there, "Grace", toGrace);
        deliverAll();
        RecordingOutbox again = new RecordingOutbox();
        Seat back = resume(here, grace, 2, again);
        there.rooms.disconnected(grace); // appended after it
        deliverAll();
        assertNull(back.participant().awaySince());
        assertEquals(0, there.rooms.usage().away());
        assertEquals(List.of("welcome", "joined"), gists(toAda));
        assertEquals(List.of("welcome"), gists(again));
    }

    @Test
    void theConnectionAtTheOtherNodeIsReplaced() {
        Seat grace = join(there, "Grace", toGrace);
        there.deliverAll();
        resume(here, grace, 1, new RecordingOutbox()); // which knows nothing of the room yet
        here.deliverAll();
        assertNull(toGrace.closed());
        there.deliverAll();
        assertEquals(ErrorCode.REPLACED, toGrace.closed());
    }

    @Test
    void whoseConnectionEndsBeforeItsTurnIsAway() {
        Seat ada = join(here, "Ada", toAda);
        here.rooms.disconnected(ada);
        here.deliverAll();
        assertEquals(List.of(), gists(toAda));
        assertEquals(1, here.rooms.usage().away());
        RecordingOutbox again = new RecordingOutbox();
        resume(here, ada, 1, again);
        here.deliverAll();
        assertTrue(again.last().contains("\"resumed\":true"), again::last);
        assertEquals(0, here.rooms.usage().away());
    }

    @Test
    void aPlaceThatIsGoneMeanwhileMakesANewcomer() {
        join(here, "Ada", toAda);
        Seat grace = join(there, "Grace", toGrace);
        there.rooms.disconnected(grace);
        deliverAll();
        now += 60_001;
        here.rooms.expire();
        RecordingOutbox again = new RecordingOutbox();
        resume(there, grace, 2, again); // which does not know that she has been given up
        deliverAll();
        assertTrue(again.last().contains("\"resumed\":false"), again::last);
        assertEquals(List.of("welcome", "joined", "left", "joined"), gists(toAda));
    }

    @Test
    void oneTooManyFromTwoNodesIsSentAwayWhenItsTurnComes() {
        join(here, "Ada", toAda);
        join(there, "Grace", toGrace);
        deliverAll();
        RecordingOutbox first = new RecordingOutbox();
        RecordingOutbox second = new RecordingOutbox();
        join(here, "First", first);
        join(there, "Second", second);
        deliverAll();
        assertEquals(List.of("welcome"), gists(first));
        assertEquals(List.of(), gists(second));
        assertEquals(ErrorCode.ROOM_FULL, second.closed());
    }

    @Test
    void whatIsSentAgainOverAnotherConnectionArrivesOnce() {
        join(here, "Ada", toAda);
        Seat grace = join(there, "Grace", toGrace);
        deliverAll();
        grace.room().signal(grace, new ClientMessage.Signal(null, "{\"n\":1}", 1L));
        Seat back = resume(here, grace, 2, new RecordingOutbox());
        back.room().signal(back, new ClientMessage.Signal(null, "{\"n\":1}", 1L));
        deliverAll();
        assertEquals(List.of("welcome", "joined", "1"), gists(toAda));
        assertEquals(1L, back.room().lastNumber(back));
    }

    @Test
    void theRoomGoesWhenEveryNodeKnowsThatItIsEmpty() {
        Seat ada = join(here, "Ada", toAda);
        Seat grace = join(there, "Grace", toGrace);
        deliverAll();
        here.rooms.leave(ada, LeaveReason.LEFT);
        there.rooms.leave(grace, LeaveReason.LEFT);
        assertEquals(1, here.rooms.usage().rooms());
        deliverAll();
        assertEquals(0, here.rooms.usage().rooms());
        assertEquals(0, there.rooms.usage().rooms());
    }

    private void deliverAll() {
        here.deliverAll();
        there.deliverAll();
    }

    private static Seat join(LateHistory.Server node, String name, Outbox outbox) {
        return node.rooms.join(ROOM, Arrivals.of(name, outbox));
    }

    private static Seat resume(LateHistory.Server node, Seat lost, long seq, Outbox outbox) {
        ClientMessage.Resume claim =
                new ClientMessage.Resume(lost.participant().secret().text(), seq);
        return node.rooms.join(ROOM, Arrivals.of(Identity.claimed("Somebody"), outbox, claim));
    }

    private static void say(Seat from, int n) {
        from.room().signal(from, Arrivals.signal(null, "{\"n\":" + n + "}"));
    }

    private static void status(Seat from, ParticipantStatus change) {
        from.room().status(from, new ClientMessage.Status(change, null));
    }

    /** What has been sent: the kind of each message, or of a signal, what it carries. */
    private static List<String> gists(RecordingOutbox outbox) {
        return outbox.sent().stream()
                .map(text -> text.replaceFirst("^\\{\"type\":\"(peer-)?(\\w+)\".*", "$2") + text)
                .map(text -> text.startsWith("signal")
                        ? text.replaceFirst(".*\"n\":(\\d+).*", "$1")
                        : text.substring(0, text.indexOf('{')))
                .toList();
    }
}
