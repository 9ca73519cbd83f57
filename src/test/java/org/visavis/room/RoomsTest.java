package org.visavis.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.visavis.access.AccessDecision.Admit;
import org.visavis.access.Identity;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ParticipantStatus;
import org.visavis.protocol.ProtocolException;
import org.visavis.protocol.ServerMessage.IceConfiguration;
import org.visavis.protocol.ServerMessage.IceServer;

class RoomsTest {
    private static final Pattern SEQ = Pattern.compile("\"seq\":(\\d+)");

    private final Rooms rooms = Arrivals.rooms(3);

    private final RecordingOutbox toAda = new RecordingOutbox();
    private final RecordingOutbox toGrace = new RecordingOutbox();
    private final RecordingOutbox toHedy = new RecordingOutbox();

    @Test
    void greetsANewcomerWithWhoIsThereAndTellsThemWhoCame() {
        Seat ada = join("Ada", toAda);
        rooms.join("elsewhere", Arrivals.of("Nobody", new RecordingOutbox()));
        Seat grace = join("Grace", toGrace);

        assertEquals(
                "{\"type\":\"welcome\",\"features\":[\"identity\",\"resume\",\"token\",\"ice-configuration\"],\"iceServers\":[],"
                        + "\"iceTransportPolicy\":\"all\",\"peers\":[{\"id\":\"" + ada.id()
                        + "\",\"name\":\"Ada\",\"role\":\"participant\",\"status\":{},\"verified\":false}],"
                        + "\"resume\":{\"seconds\":60,\"secret\":\""
                        + grace.participant().secret().text() + "\"},\"resumed\":false,"
                        + "\"room\":{\"capacity\":3,\"name\":\"daily\"},\"self\":{\"id\":\"" + grace.id()
                        + "\",\"name\":\"Grace\",\"role\":\"participant\",\"status\":{},\"verified\":false},\"seq\":2}",
                toGrace.last());
        assertEquals(
                "{\"type\":\"peer-joined\",\"peer\":{\"id\":\"" + grace.id()
                        + "\",\"name\":\"Grace\",\"role\":\"participant\",\"status\":{},\"verified\":false},\"seq\":2}",
                toAda.last());
        assertTrue(ada.id().matches("[A-Za-z0-9_-]{12}"));
        assertNotEquals(ada.id(), grace.id());
    }

    @Test
    void tellsEachNewcomerOfItsIceServers() {
        Seat ada = rooms.join(
                "daily",
                new Arrival(
                        Admit.always(Identity.claimed("Ada")),
                        toAda,
                        1,
                        null,
                        id -> new IceConfiguration(
                                List.of(
                                        new IceServer(List.of("stun:a.example"), null, null),
                                        new IceServer(List.of("turn:a.example"), "1:" + id, "proof")),
                                "relay")));
        assertTrue(toAda.last()
                .contains("\"iceServers\":[{\"urls\":[\"stun:a.example\"]},"
                        + "{\"credential\":\"proof\",\"urls\":[\"turn:a.example\"],\"username\":\"1:" + ada.id()
                        + "\"}],\"iceTransportPolicy\":\"relay\""));
    }

    @Test
    void passesASignalOnToTheOneItIsForOrToAllOthers() {
        Seat ada = join("Ada", toAda);
        join("Grace", toGrace);
        Seat hedy = join("Hedy", toHedy);
        int toGraceBefore = toGrace.sent().size();

        ada.room().signal(ada, Arrivals.signal(hedy.id(), "{\"x\":1}"));
        assertEquals("{\"type\":\"signal\",\"seq\":4,\"from\":\"" + ada.id() + "\",\"data\":{\"x\":1}}", toHedy.last());
        assertEquals(toGraceBefore, toGrace.sent().size());

        ada.room().signal(ada, Arrivals.signal(null, "{\"x\":2}"));
        String toAll = "{\"type\":\"signal\",\"seq\":5,\"from\":\"" + ada.id() + "\",\"data\":{\"x\":2}}";
        assertEquals(toAll, toHedy.last());
        assertEquals(toAll, toGrace.last());
        assertTrue(toAda.sent().stream().noneMatch(text -> text.contains("signal")));
    }

    @Test
    void refusesASignalToNobody() {
        Seat ada = join("Ada", toAda);
        Seat elsewhere = rooms.join("elsewhere", Arrivals.of("Grace", toGrace));
        for (String recipient : List.of("nobody", "", elsewhere.id())) {
            ProtocolException e = assertThrows(
                    ProtocolException.class, () -> ada.room().signal(ada, Arrivals.signal(recipient, "{}")));
            assertEquals(ErrorCode.UNKNOWN_RECIPIENT, e.code());
        }
        assertEquals(1, toGrace.sent().size());
    }

    @Test
    void keepsTheMergedStatusForThoseWhoComeLater() {
        Seat ada = join("Ada", toAda);
        join("Grace", toGrace);
        ada.room().status(ada, new ClientMessage.Status(new ParticipantStatus(true, true, null, null), null));
        ada.room().status(ada, new ClientMessage.Status(new ParticipantStatus(null, false, null, true), null));
        assertEquals(
                "{\"type\":\"status\",\"from\":\"" + ada.id()
                        + "\",\"seq\":4,\"status\":{\"camera\":false,\"hand\":true}}",
                toGrace.last());

        join("Hedy", toHedy);
        assertTrue(
                toHedy.last().contains("\"status\":{\"camera\":false,\"hand\":true,\"microphone\":true}"),
                toHedy.last());
    }

    @Test
    void tellsWhoLeftAndWhy() {
        Seat ada = join("Ada", toAda);
        Seat grace = join("Grace", toGrace);
        Seat hedy = join("Hedy", toHedy);
        rooms.leave(grace, LeaveReason.LEFT);
        assertEquals(
                "{\"type\":\"peer-left\",\"id\":\"" + grace.id() + "\",\"reason\":\"left\",\"seq\":4}", toAda.last());
        rooms.leave(hedy, LeaveReason.LOST);
        assertEquals(
                "{\"type\":\"peer-left\",\"id\":\"" + hedy.id() + "\",\"reason\":\"lost\",\"seq\":5}", toAda.last());
        int before = toAda.sent().size();
        rooms.leave(grace, LeaveReason.LOST); // the close that follows a goodbye
        assertEquals(before, toAda.sent().size());
        rooms.leave(ada, LeaveReason.LEFT);
        assertEquals(0, rooms.usage().rooms());
    }

    @Test
    void hearsNothingFromOneWhoHasLeft() {
        Seat ada = join("Ada", toAda);
        Seat grace = join("Grace", toGrace);
        rooms.leave(grace, LeaveReason.LEFT);
        int before = toAda.sent().size();
        grace.room().signal(grace, Arrivals.signal(ada.id(), "{}"));
        grace.room().status(grace, new ClientMessage.Status(new ParticipantStatus(true, null, null, null), null));
        assertEquals(before, toAda.sent().size());
    }

    @Test
    void aRoomThatWasEmptyIsANewOne() {
        Seat ada = join("Ada", toAda);
        rooms.leave(ada, LeaveReason.LEFT);
        join("Grace", toGrace);
        rooms.leave(ada, LeaveReason.LOST); // of the old room; must not touch the new one
        assertEquals(1, rooms.usage().rooms());
        assertEquals(1, seqOf(toGrace.last()));
    }

    @Test
    void refusesMoreThanItsCapacity() {
        join("Ada", toAda);
        Seat grace = join("Grace", toGrace);
        join("Hedy", toHedy);
        RecordingOutbox outbox = new RecordingOutbox();
        ProtocolException e = assertThrows(ProtocolException.class, () -> join("Katherine", outbox));
        assertEquals(ErrorCode.ROOM_FULL, e.code());
        assertEquals(List.of(), outbox.sent());
        rooms.leave(grace, LeaveReason.LEFT);
        join("Katherine", outbox);
        assertEquals(5, seqOf(outbox.last())); // the refused one used no number
    }

    @Test
    void knowsWhatARoomMayBeCalled() {
        for (String name : List.of("a", "Daily-2026_x", "x".repeat(64))) {
            assertTrue(Room.isName(name), name);
        }
        for (String name : List.of("", " ", "a b", "ä", "a/b", "a\nb", "a\u0000", "daily\n", ".", "x".repeat(65))) {
            assertTrue(!Room.isName(name), name);
        }
    }

    static long seqOf(String text) {
        Matcher matcher = SEQ.matcher(text);
        assertTrue(matcher.find(), text);
        return Long.parseLong(matcher.group(1));
    }

    private Seat join(String name, Outbox outbox) {
        return rooms.join("daily", Arrivals.of(name, outbox));
    }
}
