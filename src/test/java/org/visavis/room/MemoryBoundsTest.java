package org.visavis.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.MessageCodec;
import org.visavis.settings.RoomLimits;
import org.visavis.settings.ServerLimits;

/** A server keeps what somebody may ask for, and no more than it has memory for. */
class MemoryBoundsTest {
    private static final int MEMORY = 1024 * 1024;

    private static final long RESUME = RoomLimits.DEFAULT.resume().toMillis();
    private static final int PLACES = 3;

    private long now = 1_000;
    private final Rooms rooms = new Rooms(
            RoomLimits.DEFAULT,
            new ServerLimits(1_000, PLACES, MEMORY, MEMORY, 1_000_000),
            new MessageCodec(),
            () -> now);

    @Test
    void keepsOnlyWhatSomebodyMayAskFor() {
        Seat ada = join("daily");
        Seat grace = join("daily");
        say(ada, null, 2_000);
        say(ada, ada.id(), 0);
        say(ada, grace.id(), 0);
        assertEquals(4, rooms.usage().historyMessages(), "that Grace has come, and what was said");
        rooms.leave(grace, LeaveReason.LEFT);
        assertEquals(3, rooms.usage().historyMessages(), "Ada saw Grace come and go, and spoke to herself");
        say(ada, null, 2_000);
        assertEquals(3, rooms.usage().historyMessages(), "nobody hears that");
        assertTrue(comesBack(ada, 2), "and yet she misses nothing");
    }

    @Test
    void aRoomInWhichNobodyElseIsKeepsNothing() {
        for (int i = 0; i < 100; i++) {
            say(join("room" + i), null, 10_000);
        }
        assertEquals(0, rooms.usage().historyLength());
    }

    @Test
    void whatManyRoomsKeepFitsIntoTheMemoryForAll() {
        List<Seat> listeners = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            listeners.add(join("room" + i));
            Seat speaker = join("room" + i);
            for (int times = 0; times < 4; times++) {
                say(speaker, null, 10_000);
            }
        }
        rooms.expire();
        assertTrue(rooms.usage().historyLength() < MEMORY, () -> rooms.usage().toString());
        assertEquals(2_000, rooms.usage().participants(), "nobody is sent away for that");

        listeners.forEach(listener -> rooms.leave(listener, LeaveReason.LEFT));
        Seat ada = join("daily");
        Seat grace = join("daily");
        say(grace, null, 10_000);
        assertTrue(comesBack(ada, 1), "there is place for others as soon as those have gone");
    }

    @Test
    void countsWhatIsKeptAndForgetsIt() {
        Seat ada = join("daily");
        Seat grace = join("daily");
        assertEquals(new RoomUsage(1, 2, 0, 1, rooms.usage().historyLength()), rooms.usage());
        assertTrue(rooms.usage().historyLength() > 50);
        rooms.disconnected(grace);
        assertEquals(1, rooms.usage().away());
        now += RESUME + 1;
        rooms.expire();
        assertEquals(1, rooms.usage().historyMessages(), "that Grace has gone");
        rooms.disconnected(ada);
        now += RESUME + 1;
        rooms.expire();
        assertEquals(RoomUsage.NONE, rooms.usage());
    }

    @Test
    void keepsSoManyPlacesOfThoseWhoAreAwayAndNoMore() {
        RecordingOutbox toAda = new RecordingOutbox();
        rooms.join("daily", Arrivals.of("Ada", toAda));
        List<Seat> lost = new ArrayList<>();
        for (int i = 0; i < PLACES + 2; i++) {
            lost.add(join(i % 2 == 0 ? "daily" : "room" + i));
        }
        for (Seat participant : lost) {
            rooms.disconnected(participant);
            rooms.disconnected(participant); // some containers say so twice
        }
        assertEquals(PLACES, rooms.usage().away());
        assertTrue(toAda.last().contains(lost.get(PLACES + 1).id()), "the newest has left");
        assertTrue(toAda.last().contains("\"reason\":\"lost\""), toAda::last);
        assertEquals(2, rooms.usage().rooms(), "and a room in which nobody else was is gone");

        assertTrue(comesBack(lost.get(0), 2), "they come back as ever");
        rooms.leave(lost.get(1), LeaveReason.LOST);
        now += RESUME + 1;
        rooms.expire();
        assertEquals(0, rooms.usage().away());
        for (int i = 0; i <= PLACES; i++) {
            rooms.disconnected(join("daily"));
        }
        assertEquals(PLACES, rooms.usage().away(), "their places are free for others");
    }

    private Seat join(String room) {
        return rooms.join(room, Arrivals.of("Somebody", new RecordingOutbox()));
    }

    private static void say(Seat from, String to, int length) {
        from.room().signal(from, Arrivals.signal(to, "{\"filler\":\"" + "x".repeat(length) + "\"}"));
    }

    private boolean comesBack(Seat participant, long seq) {
        RecordingOutbox again = new RecordingOutbox();
        ClientMessage.Resume resume =
                new ClientMessage.Resume(participant.participant().secret().text(), seq);
        rooms.join(
                participant.room().name(), Arrivals.of(participant.participant().identity(), again, resume));
        return again.sent().get(0).contains("\"resumed\":true");
    }
}
