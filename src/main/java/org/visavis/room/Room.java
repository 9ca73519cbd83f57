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
 * A room: its participants, and the order of its messages. It numbers each message, encodes it once and puts it into the
 * outboxes under its lock, so that all participants see one order. The calling thread sends the message after it has
 * released the lock.
 *
 * <p>Participants enter and leave only through {@link Rooms}. Thread-safe.
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

    /** Whether this is a valid name for a room. */
    public static boolean isName(String candidate) {
        return NAME.matcher(candidate).matches();
    }

    /** The name as in the address, in lower case. */
    public String name() {
        return name;
    }

    /**
     * Passes a signal on to its recipients. Does nothing if the sender has left or has sent this message before.
     *
     * @return the number of recipients
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
            recipient.outbox().flush(); // one recipient only; flushing the whole room would cost more
            return 1;
        }
        return flush();
    }

    /** Stores a change of status, tells the others and returns their number. Does nothing where {@link #signal} does not. */
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
     * Marks a participant as away, since its connection has ended. Its place is kept for a while if the server has one for
     * it. Does nothing if it has left. Only {@link Rooms} calls this, within its {@code compute}; the caller flushes.
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

    /** The number of the last numbered message from a participant, or null. */
    public synchronized Long lastNumber(Seat from) {
        return from.participant().lastNumber();
    }

    /**
     * Gives a returning participant its place and what it missed, or takes in a newcomer. Only {@link Rooms} calls this,
     * within its {@code compute}; the caller flushes.
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
            // Its client has given up this connection, and the message is read late. A newer connection has the place.
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

    /** Removes the participant who has been away longest: those who are present take precedence. */
    @GuardedBy("this")
    private void giveAwayAPlace() {
        Seat longestAway = seats.longestAway().orElseThrow(() -> new ProtocolException(ErrorCode.ROOM_FULL));
        remove(longestAway, LeaveReason.LOST);
    }

    /**
     * Removes participants who have been away too long, trims the history, and sends ICE servers anew where that is due.
     * Only {@link Rooms} calls this, within its {@code compute}; the caller flushes.
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

    /** Enqueues ICE servers if due. They bypass the history, being for one alone, and each {@code welcome} has them anyway. */
    @GuardedBy("this")
    private boolean refreshIce(Seat seat, long now) {
        if (limits.iceRefresh() == null
                || now - seat.iceTold() < limits.iceRefresh().toMillis()) {
            return false;
        }
        seat.outbox().enqueue(codec.encode(seat.tellIce(now)));
        return true;
    }

    /** The identities of the participants, in the order in which they came. */
    List<Identity> identities() {
        return seats.all().stream().map(seat -> seat.participant().identity()).toList();
    }

    /** What this room holds now. */
    synchronized RoomUsage usage() {
        return new RoomUsage(1, seats.all().size(), seats.away(), history.size(), history.length());
    }

    /** Removes a participant and tells the others. Outside this class only {@link Rooms} calls this; the caller flushes. */
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

    /** See {@link Seats#flush}. */
    int flush() {
        return seats.flush();
    }

    /** Numbers a message, appends it to the history, and enqueues it for all others or only for {@code to}. */
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
