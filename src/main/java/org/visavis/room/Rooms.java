package org.visavis.room;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.visavis.access.Identity;
import org.visavis.log.OncePerMinute;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.MessageCodec;
import org.visavis.protocol.ProtocolException;
import org.visavis.settings.RoomLimits;
import org.visavis.settings.ServerLimits;

/**
 * All rooms of this server. A room exists while somebody is in it. Joining, leaving and the vanishing of an empty room
 * each happen within one {@code compute} of the map, so that nobody joins a room that is just vanishing.
 *
 * <p>Safe for use by many threads.
 */
public final class Rooms {
    private final ConcurrentMap<String, Room> rooms = new ConcurrentHashMap<>();
    private final RoomContext context;

    /**
     * Without any room.
     *
     * @param limits of each room
     * @param server limits of all rooms together
     * @param clock milliseconds, never running backwards
     */
    public Rooms(RoomLimits limits, ServerLimits server, MessageCodec codec, LongSupplier clock) {
        OncePerMinute warning = new OncePerMinute(System.getLogger(Rooms.class.getName()), Level.WARNING, clock);
        context = new RoomContext(
                limits,
                codec,
                clock,
                new MemoryPool(server.historyMemory()),
                new Places(server.awayPlaces()),
                () -> warning.log("So many have lost their connection (" + server.awayPlaces()
                        + ", visavis.away.places) that no place is kept for more."));
    }

    /**
     * Takes somebody into a room, which is made if need be, and greets the newcomer; or gives one back its place who had
     * lost the connection.
     *
     * @param roomName a valid name, see {@link Room#isName}
     * @throws ProtocolException {@code room-full}
     */
    public Seat join(String roomName, Arrival arrival) {
        Admission[] admission = new Admission[1]; // carried out of the lambda
        Room room = rooms.compute(keyOf(roomName), (name, present) -> {
            Room joined = present != null ? present : new Room(name, context);
            admission[0] = joined.admit(arrival);
            return joined;
        });
        room.flush();
        if (admission[0].replaced() != null) {
            admission[0].replaced().outbox().close(ErrorCode.REPLACED);
        }
        return admission[0].seat();
    }

    /** Lets a participant leave its room; nothing happens if it has left. */
    public void leave(Seat seat, LeaveReason reason) {
        change(seat.room(), room -> room.remove(seat, reason));
    }

    /** The connection of a participant has ended; its place is kept for a while. Nothing happens if it has left. */
    public void disconnected(Seat seat) {
        change(seat.room(), room -> room.disconnected(seat));
    }

    private void change(Room room, Consumer<Room> change) {
        rooms.computeIfPresent(room.name(), (name, present) -> {
            if (present == room) { // else that room is gone, and this is another of the same name
                change.accept(room);
            }
            return present.isEmpty() ? null : present;
        });
        room.flush();
    }

    /** Lets those go who have been away for too long, and forgets what was kept for them. Called once a second. */
    public void expire() {
        for (String roomName : rooms.keySet()) {
            Room[] changed = new Room[1]; // carried out of the lambda
            rooms.computeIfPresent(roomName, (name, present) -> {
                changed[0] = present.expire() ? present : null;
                return present.isEmpty() ? null : present;
            });
            if (changed[0] != null) {
                changed[0].flush();
            }
        }
    }

    /** Who is in a room, in the order in which they came; nobody where there is no such room. */
    public List<Identity> identities(String roomName) {
        Room room = rooms.get(keyOf(roomName));
        return room == null ? List.of() : room.identities();
    }

    /** What all ways of writing the name of one room have in common: capital letters do not make another one. */
    public static String keyOf(String roomName) {
        return roomName.toLowerCase(Locale.ROOT);
    }

    /** What all rooms hold now; counts them one after the other, without holding anything up. */
    public RoomUsage usage() {
        return rooms.values().stream().map(Room::usage).reduce(RoomUsage.NONE, RoomUsage::plus);
    }
}
