package org.visavis.room;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.visavis.access.AccessPolicy;
import org.visavis.access.Identity;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.MessageCodec;
import org.visavis.protocol.ParticipantStatus;
import org.visavis.protocol.ProtocolException;
import org.visavis.protocol.ServerMessage;
import org.visavis.settings.RoomLimits;

/**
 * One room: its participants and the order of what is said. Every message is numbered, encoded once and put into the outboxes
 * under the room's lock, so that all see one order; it is sent after the lock is released, by the thread that said it.
 *
 * <p>Participants enter and leave only through {@link Rooms}. Safe for use by many threads.
 */
public final class Room {
    private static final Logger LOG = System.getLogger(Room.class.getName());

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final String name;
    private final RoomLimits limits;
    private final Greeting greeting;
    private final MessageCodec codec;
    private final LongSupplier clock;
    private final Places away;
    private final Runnable crowded;

    private final Seats seats = new Seats();

    @GuardedBy("this")
    private final RoomHistory history;

    @GuardedBy("this")
    private final Replay replay;

    Room(String name, RoomContext context) {
        this.name = name;
        this.limits = context.limits();
        this.greeting = new Greeting(name, limits);
        Audience audience = new Audience(seats);
        this.history = new MemoryHistory(limits, context.historyMemory(), audience::wants);
        this.replay = new Replay(history);
        this.codec = context.codec();
        this.clock = context.clock();
        this.away = context.away();
        this.crowded = context.crowded();
    }

    /** Whether a room may be called so. */
    public static boolean isName(String candidate) {
        return NAME.matcher(candidate).matches();
    }

    /** As it stands in the address, in small letters. */
    public String name() {
        return name;
    }

    /**
     * Passes a signal on to whom it is for. Nothing happens if the sender has left, or said it before.
     *
     * @return to how many it has been passed on
     * @throws ProtocolException {@code unknown-recipient}
     */
    public int signal(Seat from, ClientMessage.Signal signal) {
        Seat recipient;
        String text;
        synchronized (this) {
            if (!seats.has(from) || !from.participant().isNew(signal.number())) {
                return 0;
            }
            recipient = signal.to() == null ? null : seats.of(signal.to());
            if (signal.to() != null && recipient == null) {
                throw new ProtocolException(ErrorCode.UNKNOWN_RECIPIENT);
            }
            text = post(from, recipient, seq -> new ServerMessage.Signal(seq, from.id(), signal.data()));
        }
        logForwarded("signal", from, signal.to(), text);
        if (recipient != null) {
            recipient.outbox().flush(); // what is for one does not cost the whole room
            return 1;
        }
        return flush();
    }

    /** Keeps what changed of a participant's status and tells the others, and tells to how many; nothing happens, as above. */
    public int status(Seat from, ClientMessage.Status message) {
        ParticipantStatus change = message.status();
        String text;
        synchronized (this) {
            if (!seats.has(from) || !from.participant().isNew(message.number())) {
                return 0;
            }
            from.participant().merge(change);
            text = post(from, null, seq -> new ServerMessage.Status(seq, from.id(), change));
        }
        logForwarded("status", from, null, text);
        return flush();
    }

    /**
     * The connection of a participant has ended; its place is kept for a while, if the server has one for it. Nothing happens
     * if it has left; the caller flushes. Called by {@link Rooms} alone, within its {@code compute}.
     */
    synchronized void disconnected(Seat seat) {
        if (!seats.has(seat) || seat.isAway()) {
            return;
        }
        if (away.take()) {
            seat.vacate(clock.getAsLong());
        } else {
            crowded.run();
            remove(seat, LeaveReason.LOST);
        }
    }

    /** The number of the last numbered message that came from a participant, or null. */
    public synchronized Long lastNumber(Seat from) {
        return from.participant().lastNumber();
    }

    /**
     * Gives one who comes back its place and what it missed, or takes it in as a newcomer; the caller flushes. Called by
     * {@link Rooms} alone, within its {@code compute}.
     */
    synchronized Admission admit(Arrival arrival) {
        ClientMessage.Resume resume = arrival.resume();
        ResumeSecret secret = resume == null ? ResumeSecret.fresh() : ResumeSecret.of(resume.secret());
        Seat present = seats.of(secret.id());
        if (present != null
                && !AccessPolicy.mayTakeUpPlace(present.participant().identity(), arrival.identity())) {
            present = null;
            secret = ResumeSecret.fresh();
        }
        if (present != null && present.localConnection() > arrival.localConnection()) {
            // Read late from a connection that its client has given up already: the place is that of a live one.
            throw new ProtocolException(ErrorCode.REPLACED);
        }
        if (present != null && present.participant().secret().equals(secret)) {
            List<String> missed = replay.of(present, resume.seq());
            if (missed != null) {
                return new Admission(takeBack(present, arrival, resume.seq(), missed), present);
            }
        }
        if (present != null) {
            remove(present, LeaveReason.LOST);
        }
        if (seats.all().size() >= limits.capacity()) {
            giveAwayAPlace();
        }
        return new Admission(takeIn(secret.nextLife(), arrival), present);
    }

    @GuardedBy("this")
    private Seat takeBack(Seat present, Arrival arrival, long seq, List<String> missed) {
        if (present.isAway()) {
            away.give();
        }
        Seat back = present.back(arrival);
        welcome(back, seq, true);
        missed.forEach(back.outbox()::enqueue);
        seats.put(back);
        return back;
    }

    @GuardedBy("this")
    private Seat takeIn(ResumeSecret secret, Arrival arrival) {
        Participant participant = new Participant(secret, arrival.identity(), history.nextSeq());
        Seat newcomer = new Seat(this, participant, arrival, Replay.allowance(clock));
        welcome(newcomer, history.nextSeq(), false);
        post(newcomer, null, number -> new ServerMessage.PeerJoined(number, participant.toPeer()));
        seats.put(newcomer);
        return newcomer;
    }

    @GuardedBy("this")
    private void welcome(Seat seat, long seq, boolean resumed) {
        ServerMessage.IceConfiguration ice = seat.tellIce(clock.getAsLong());
        seat.outbox().enqueue(codec.encode(greeting.of(seat.participant(), seq, resumed, seats.participants(), ice)));
    }

    /** Whoever is there goes before whoever may come back: the one who has been away longest loses its place. */
    @GuardedBy("this")
    private void giveAwayAPlace() {
        Seat longestAway = seats.longestAway().orElseThrow(() -> new ProtocolException(ErrorCode.ROOM_FULL));
        remove(longestAway, LeaveReason.LOST);
    }

    /**
     * Lets those go who have been away for too long, forgets what is too old, and tells of ICE servers anew where that is
     * due; the caller flushes. Called by {@link Rooms} alone, within its {@code compute}.
     *
     * @return whether there is anything to flush
     */
    synchronized boolean expire() {
        long now = clock.getAsLong();
        history.trim(now);
        boolean changed = false;
        for (Seat seat : seats.all()) {
            if (!seat.isAway()) {
                changed |= refreshIce(seat, now);
            } else if (now - seat.participant().awaySince() > limits.resume().toMillis()) {
                remove(seat, LeaveReason.LOST);
                changed = true;
            }
        }
        return changed;
    }

    /** Not through the history: it is for one alone, and one who comes back is told anyway. */
    @GuardedBy("this")
    private boolean refreshIce(Seat seat, long now) {
        if (limits.iceRefresh() == null
                || now - seat.iceTold() < limits.iceRefresh().toMillis()) {
            return false;
        }
        seat.outbox().enqueue(codec.encode(seat.tellIce(now)));
        return true;
    }

    /** Who is in it, in the order in which they came. */
    List<Identity> identities() {
        return seats.all().stream().map(seat -> seat.participant().identity()).toList();
    }

    /** What this room holds now. */
    synchronized RoomUsage usage() {
        return new RoomUsage(1, seats.all().size(), seats.away(), history.size(), history.length());
    }

    /** Lets a participant go and tells the others; the caller flushes. Called by {@link Rooms} alone. */
    synchronized void remove(Seat leaver, LeaveReason reason) {
        if (seats.has(leaver)) {
            seats.remove(leaver);
            if (leaver.isAway()) {
                away.give();
            }
            history.forgetUnwanted();
            post(leaver, null, seq -> new ServerMessage.PeerLeft(seq, leaver.id(), reason.code()));
        }
    }

    synchronized boolean isEmpty() {
        return seats.all().isEmpty();
    }

    /** As {@link Seats#flush}. */
    int flush() {
        return seats.flush();
    }

    /** Numbers a message and puts it into the history and into the outboxes of all others, or of the one it is for. */
    @GuardedBy("this")
    private String post(Seat from, Seat to, LongFunction<ServerMessage> message) {
        String text = codec.encode(message.apply(history.nextSeq()));
        history.append(clock.getAsLong(), from.id(), to == null ? null : to.id(), text);
        if (to != null) {
            to.outbox().enqueue(text);
        } else {
            seats.all().stream()
                    .filter(seat -> seat != from)
                    .forEach(seat -> seat.outbox().enqueue(text));
        }
        return text;
    }

    private void logForwarded(String type, Seat from, String to, String text) {
        LOG.log(
                Level.DEBUG,
                () -> "room %s: %s from %s to %d, %d characters"
                        .formatted(
                                name,
                                type,
                                from.id(),
                                to != null ? 1 : seats.all().size() - 1,
                                text.length()));
    }
}
