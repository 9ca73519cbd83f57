package org.visavis.room;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.visavis.signaling.MessageCodec;
import org.visavis.signaling.ProtocolException;
import org.visavis.signaling.ServerMessage.IceServer;

/**
 * All rooms of this server. A room exists while somebody is in it. Joining, leaving and the vanishing of an empty room
 * each happen within one {@code compute} of the map, so that nobody joins a room that is just vanishing.
 *
 * <p>Safe for use by many threads.
 */
public final class Rooms {
    private final ConcurrentMap<String, Room> rooms = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final int capacity;
    private final Function<String, List<IceServer>> iceServers;
    private final MessageCodec codec;
    private final LongSupplier clock;

    /**
     * Without any room.
     *
     * @param capacity how many participants may be in one room
     * @param iceServers what a participant of this id is told to use
     * @param clock milliseconds, never running backwards
     */
    public Rooms(int capacity, Function<String, List<IceServer>> iceServers, MessageCodec codec, LongSupplier clock) {
        this.capacity = capacity;
        this.iceServers = iceServers;
        this.codec = codec;
        this.clock = clock;
    }

    /**
     * Takes somebody into a room, which is made if need be, and greets the newcomer.
     *
     * @param roomName a valid name, see {@link Room#isName}
     * @throws ProtocolException {@code room-full}
     */
    public Participant join(String roomName, Identity identity, Outbox outbox) {
        String id = newId();
        List<IceServer> servers = iceServers.apply(id);
        Participant[] newcomer = new Participant[1]; // carried out of the lambda
        Room room = rooms.compute(roomName, (name, present) -> {
            Room joined = present != null ? present : new Room(name, capacity, codec, clock);
            newcomer[0] = new Participant(id, identity, outbox, joined);
            joined.add(newcomer[0], servers);
            return joined;
        });
        room.flush();
        return newcomer[0];
    }

    /** Lets a participant leave its room; nothing happens if it has left. */
    public void leave(Participant participant, LeaveReason reason) {
        Room room = participant.room();
        rooms.computeIfPresent(room.name(), (name, present) -> {
            if (present == room) { // else that room is gone, and this is another of the same name
                room.remove(participant, reason);
            }
            return present.isEmpty() ? null : present;
        });
        room.flush();
    }

    /** How many rooms there are now. */
    public int size() {
        return rooms.size();
    }

    /** 72 random bits: twelve characters that need no escaping in JSON, and that nobody guesses. */
    private String newId() {
        byte[] bits = new byte[9];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
