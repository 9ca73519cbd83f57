package org.visavis.room;

import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;
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
 * All rooms of this server. A room exists while somebody is in it. A join, a leave and the removal of an empty room each
 * happen within one {@code compute} of the map, so that nobody joins a room that is being removed.
 *
 * <p>Thread-safe.
 */
public final class Rooms {
    private final ConcurrentMap<String, Room> rooms = new ConcurrentHashMap<>();
    private final LongSupplier clock;
    private final RoomHistory.Opening histories;
    private final RoomContext context;
    private volatile BooleanSupplier closed = () -> false;

    /** Starts without any room, and tells nobody who comes and goes. */
    public Rooms(RoomLimits limits, ServerLimits server, MessageCodec codec, LongSupplier clock) {
        this(limits, server, codec, clock, RoomListener.NONE);
    }

    /**
     * Starts without any room.
     *
     * @param limits of each room
     * @param server limits of all rooms together
     * @param clock milliseconds, never running backwards
     * @param listener is told who comes and goes
     */
    public Rooms(
            RoomLimits limits, ServerLimits server, MessageCodec codec, LongSupplier clock, RoomListener listener) {
        this(limits, server, codec, clock, listener, (room, ticks, follower) -> new MemoryHistory(ticks, follower));
    }

    /** As the other, with histories that need not be in the memory of this node. */
    Rooms(
            RoomLimits limits,
            ServerLimits server,
            MessageCodec codec,
            LongSupplier clock,
            RoomListener listener,
            RoomHistory.Opening histories) {
        this.clock = clock;
        this.histories = histories;
        OncePerMinute warning = new OncePerMinute(System.getLogger(Rooms.class.getName()), Level.WARNING, clock);
        Places away = new Places(
                server.awayPlaces(),
                () -> warning.log("So many have lost their connection (" + server.awayPlaces()
                        + ", visavis.away.places) that no place is kept for more."));
        MemoryPool kept = new MemoryPool(server.historyMemory());
        context = new RoomContext(limits, codec, clock, listener, kept, away, this::historyOf);
    }

    private RoomHistory historyOf(Room room) {
        return histories.open(room.name(), clock, new RoomHistory.Follower() {
            @Override
            public void appended(RoomHistory.Entry entry) {
                room.appended(entry);
            }

            @Override
            public void turn(Runnable task) {
                change(room, present -> task.run());
            }
        });
    }

    /** While this is true, nobody joins who holds no place in a room. Called before anybody joins. */
    public void closeToNewcomersWhile(BooleanSupplier condition) {
        closed = condition;
    }

    /**
     * Takes a newcomer into a room, or gives a returning participant its place. It is greeted as soon as the room's history
     * has it, mostly within this call. Creates the room if necessary.
     *
     * @param roomName a valid name, see {@link Room#isName}
     * @throws ProtocolException {@code room-full}, {@code draining} if newcomers are not taken in, or {@code replaced} if
     *     a newer connection has the place
     */
    public Seat join(String roomName, Arrival arrival) {
        Seat[] seat = new Seat[1]; // set within the lambda
        Room room = rooms.compute(keyOf(roomName), (name, present) -> {
            if (closed.getAsBoolean() && (present == null || !present.keepsPlaceOf(arrival))) {
                throw new ProtocolException(ErrorCode.DRAINING);
            }
            Room joined = present != null ? present : new Room(name, context);
            seat[0] = joined.admit(arrival);
            return joined;
        });
        room.flush();
        return seat[0];
    }

    /** Removes a participant from its room; does nothing if it has left. */
    public void leave(Seat seat, LeaveReason reason) {
        change(seat.room(), room -> room.leave(seat, reason));
    }

    /** Keeps, for a while, the place of a participant whose connection has ended. Does nothing if the participant has left. */
    public void disconnected(Seat seat) {
        change(seat.room(), room -> room.disconnected(seat));
    }

    /**
     * Sends everybody out of a room with {@code room-closed}. The room is open to newcomers at once.
     *
     * @return whether there was such a room
     */
    public boolean close(String roomName) {
        return changed(roomName, Room::close);
    }

    /**
     * Tells everybody in a room, as soon as each can be told.
     *
     * @return whether there was such a room
     */
    public boolean announce(String roomName, String text) {
        return changed(roomName, room -> room.announce(text));
    }

    private boolean changed(String roomName, Consumer<Room> change) {
        Room room = rooms.get(keyOf(roomName));
        if (room != null) {
            change(room, change);
        }
        return room != null;
    }

    private void change(Room room, Consumer<Room> change) {
        rooms.computeIfPresent(room.name(), (name, present) -> {
            if (present == room) { // otherwise that room is gone, and this is another of the same name
                change.accept(room);
            }
            return present.isEmpty() ? null : present;
        });
        room.flush();
    }

    /** Removes participants away for too long, drops old messages, sends ICE servers anew where due. Called once a second. */
    public void expire() {
        for (String roomName : rooms.keySet()) {
            Room[] changed = new Room[1]; // set within the lambda
            rooms.computeIfPresent(roomName, (name, present) -> {
                changed[0] = present.expire() ? present : null;
                return present.isEmpty() ? null : present;
            });
            if (changed[0] != null) {
                changed[0].flush();
            }
        }
    }

    /** The identities of those in a room, in the order in which they came; empty if there is no such room. */
    public List<Identity> identities(String roomName) {
        Room room = rooms.get(keyOf(roomName));
        return room == null ? List.of() : room.identities();
    }

    /** The names of all rooms, in lower case, in no particular order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(rooms.keySet());
    }

    /** What an administrator sees of a room; empty if there is none of this name. */
    public Optional<RoomReport> report(String roomName) {
        return Optional.ofNullable(rooms.get(keyOf(roomName))).map(Room::report);
    }

    /** The key of a room: its name in lower case, since capital letters do not make another room. */
    public static String keyOf(String roomName) {
        return roomName.toLowerCase(Locale.ROOT);
    }

    /** Memory of the messages that all rooms keep, in bytes, as the server estimates it. */
    public long historyMemory() {
        return context.keptMemory().used();
    }

    /** The key of a room; null if the name is not valid. */
    public static String keyIfValid(String roomName) {
        return roomName != null && Room.isName(roomName) ? keyOf(roomName) : null;
    }

    /** What all rooms hold now. It locks only one room at a time. */
    public RoomUsage usage() {
        return rooms.values().stream().map(Room::usage).reduce(RoomUsage.NONE, RoomUsage::plus);
    }
}
