package org.visavis.room;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.visavis.signaling.ClientMessage;
import org.visavis.signaling.ErrorCode;
import org.visavis.signaling.MessageCodec;
import org.visavis.signaling.ParticipantStatus;
import org.visavis.signaling.ProtocolException;
import org.visavis.signaling.ServerMessage;
import org.visavis.signaling.ServerMessage.IceServer;

/**
 * One room: its members and the order of what is said. Every message is numbered, encoded once and put into the outboxes
 * under the room's lock, so that all see one order; it is sent after the lock is released, by the thread that said it.
 *
 * <p>Members enter and leave only through {@link Rooms}. Safe for use by many threads.
 */
public final class Room {
    private static final Logger LOG = System.getLogger(Room.class.getName());

    /** What this server knows beyond the first edition of the protocol, as PROTOCOL.md lists it. */
    private static final List<String> FEATURES = List.of("identity");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final String name;
    private final int capacity;
    private final MessageCodec codec;
    private final LongSupplier clock;

    @GuardedBy("this")
    private final RoomLog log = new RoomLog();

    @GuardedBy("this")
    private final Map<String, Participant> members = new LinkedHashMap<>();

    /** The members as of the last change, to be walked through without the lock. */
    private volatile List<Participant> snapshot = List.of();

    Room(String name, int capacity, MessageCodec codec, LongSupplier clock) {
        this.name = name;
        this.capacity = capacity;
        this.codec = codec;
        this.clock = clock;
    }

    /** Whether a room may be called so. */
    public static boolean isName(String candidate) {
        return NAME.matcher(candidate).matches();
    }

    /** As it stands in the address. */
    public String name() {
        return name;
    }

    /**
     * Passes a signal on to whom it is for. Nothing happens if the sender has left.
     *
     * @throws ProtocolException {@code unknown-recipient}
     */
    public void signal(Participant from, ClientMessage.Signal signal) {
        String text;
        synchronized (this) {
            if (!isMember(from)) {
                return;
            }
            if (signal.to() != null && !members.containsKey(signal.to())) {
                throw new ProtocolException(ErrorCode.UNKNOWN_RECIPIENT);
            }
            text = post(from, signal.to(), seq -> new ServerMessage.Signal(seq, from.id(), signal.data()));
        }
        flush();
        logForwarded("signal", from, signal.to(), text);
    }

    /** Keeps what changed of a participant's status and tells the others. Nothing happens if it has left. */
    public void status(Participant from, ParticipantStatus change) {
        String text;
        synchronized (this) {
            if (!isMember(from)) {
                return;
            }
            from.merge(change);
            text = post(from, null, seq -> new ServerMessage.Status(seq, from.id(), change));
        }
        flush();
        logForwarded("status", from, null, text);
    }

    /** Takes a newcomer in and greets it; the caller flushes. Called by {@link Rooms} alone. */
    synchronized void add(Participant newcomer, List<IceServer> iceServers) {
        if (members.size() >= capacity) {
            throw new ProtocolException(ErrorCode.ROOM_FULL);
        }
        List<ServerMessage.Peer> peers = new ArrayList<>();
        members.values().forEach(member -> peers.add(member.toPeer()));
        long seq = log.nextSeq();
        post(newcomer, null, number -> new ServerMessage.PeerJoined(number, newcomer.toPeer()));
        newcomer.outbox()
                .enqueue(codec.encode(new ServerMessage.Welcome(
                        seq,
                        newcomer.toPeer(),
                        new ServerMessage.RoomInfo(name, capacity),
                        peers,
                        iceServers,
                        FEATURES,
                        false)));
        members.put(newcomer.id(), newcomer);
        snapshot = List.copyOf(members.values());
    }

    /** Lets a member go and tells the others; the caller flushes. Called by {@link Rooms} alone. */
    synchronized void remove(Participant leaver, LeaveReason reason) {
        if (members.remove(leaver.id()) != null) {
            snapshot = List.copyOf(members.values());
            post(leaver, null, seq -> new ServerMessage.PeerLeft(seq, leaver.id(), reason.code()));
        }
    }

    synchronized boolean isEmpty() {
        return members.isEmpty();
    }

    /** Sends what waits in the members' outboxes. Never called with a lock held. */
    void flush() {
        snapshot.forEach(member -> member.outbox().flush());
    }

    /** Numbers a message and puts it into the log and into the outboxes of all others, or of the one it is for. */
    @GuardedBy("this")
    private String post(Participant from, String to, LongFunction<ServerMessage> message) {
        String text = codec.encode(message.apply(log.nextSeq()));
        log.append(clock.getAsLong(), from.id(), to, text);
        if (to != null) {
            members.get(to).outbox().enqueue(text);
        } else {
            snapshot.stream()
                    .filter(member -> member != from)
                    .forEach(member -> member.outbox().enqueue(text));
        }
        return text;
    }

    @GuardedBy("this")
    private boolean isMember(Participant participant) {
        return members.get(participant.id()) == participant;
    }

    private void logForwarded(String type, Participant from, String to, String text) {
        LOG.log(
                Level.DEBUG,
                () -> "room %s: %s from %s to %d, %d characters"
                        .formatted(name, type, from.id(), to != null ? 1 : snapshot.size() - 1, text.length()));
    }
}
