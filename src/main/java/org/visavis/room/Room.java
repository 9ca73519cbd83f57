package org.visavis.room;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.visavis.access.Identity;
import org.visavis.access.TokenBucket;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.MessageCodec;
import org.visavis.protocol.ProtocolException;
import org.visavis.protocol.ServerMessage;
import org.visavis.settings.RoomLimits;

/**
 * A room as this node sees it: its history, the state that comes of it, and the seats of those who are connected here.
 *
 * <p>Whatever happens is first appended to the history, by the thread that causes it. That thread learns at once whether it is
 * refused. It takes effect in {@link #appended}, in the order of the history: the state changes, and what others are told is
 * encoded once and put into the outboxes, all under the room's lock, so that all participants see one order. Messages are sent
 * after the lock has been released. With a {@link MemoryHistory} all this happens within one call.
 *
 * <p>Participants enter and leave only through {@link Rooms}. Thread-safe.
 */
public final class Room {
    private static final Logger LOG = System.getLogger(Room.class.getName());

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final String name;
    private final RoomLimits limits;
    private final MessageCodec codec;
    private final LongSupplier clock;
    private final RoomListener listener;
    private final Seats seats;

    @GuardedBy("this")
    private final RoomState state;

    @GuardedBy("this")
    private final KeptMessages kept;

    @GuardedBy("this")
    private final Replay replay;

    @GuardedBy("this")
    private final Greeting greeting;

    @GuardedBy("this")
    private final RoomHistory history;

    Room(String name, RoomContext context) {
        this.name = name;
        this.limits = context.limits();
        this.codec = context.codec();
        this.clock = context.clock();
        this.listener = context.listener();
        this.seats = new Seats(context.away());
        RoomState empty = new RoomState(limits.capacity());
        this.state = empty;
        this.kept = new KeptMessages(limits, context.keptMemory(), empty::wants);
        this.replay = new Replay(kept);
        this.greeting = new Greeting(name, limits, codec, replay, clock);
        this.history = context.histories().apply(this);
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
        String to = signal.to();
        Long number = signal.number();
        Seat recipient;
        synchronized (this) {
            if (!accepts(from, number)) {
                return 0;
            }
            if (to != null && state.of(to) == null) {
                if (number != null) {
                    history.append(new RoomEvent.Refused(from.id(), from.number(), number));
                }
                throw new ProtocolException(ErrorCode.UNKNOWN_RECIPIENT);
            }
            recipient = to == null ? null : seats.of(to);
            history.append(new RoomEvent.Signal(from.id(), from.number(), number, to, signal.data()));
        }
        logForwarded("signal", from, to, signal.data());
        if (to == null) {
            return flush();
        }
        if (recipient != null) {
            recipient.outbox().flush(); // one recipient only; flushing the whole room would cost more
        }
        return 1;
    }

    /** Stores a change of status, tells the others and returns their number. Does nothing where {@link #signal} does not. */
    public int status(Seat from, ClientMessage.Status message) {
        synchronized (this) {
            if (!accepts(from, message.number())) {
                return 0;
            }
            history.append(new RoomEvent.Status(from.id(), from.number(), message.number(), message.status()));
        }
        logForwarded("status", from, null, null);
        return flush();
    }

    /** Whether a message may be appended. If others are on their way, only its entry will tell whether it is new. */
    @GuardedBy("this")
    private boolean accepts(Seat from, Long number) {
        Participant sender = from.participant();
        return seats.has(from) && (sender == null || sender.isNew(number));
    }

    /**
     * Marks a participant as away, since its connection has ended. Its place is kept for a while if the server has one for
     * it. Does nothing if it has left. Only {@link Rooms} calls this, within its {@code compute}; the caller flushes.
     */
    synchronized void disconnected(Seat seat) {
        if (!seats.has(seat) || seat.isVacant()) {
            return;
        }
        boolean isKept = seats.vacate(seat);
        history.append(
                isKept
                        ? new RoomEvent.Away(seat.id(), seat.number())
                        : new RoomEvent.Left(seat.id(), seat.number(), LeaveReason.LOST));
    }

    /** A participant leaves. Only {@link Rooms} calls this, within its {@code compute}; the caller flushes. */
    synchronized void leave(Seat seat, LeaveReason reason) {
        if (seats.has(seat)) {
            seat.vacate(seat.holdsPlace());
            history.append(new RoomEvent.Left(seat.id(), seat.number(), reason));
        }
    }

    /** The number of the last numbered message from a participant, or null. */
    public synchronized Long lastNumber(Seat from) {
        return from.participant() == null ? null : from.participant().lastNumber();
    }

    /**
     * Lets a returning participant take up its place, or takes in a newcomer. It is greeted when the history has it. Only
     * {@link Rooms} calls this, within its {@code compute}; the caller flushes.
     */
    synchronized Seat admit(Arrival arrival) {
        Claim claim = Claim.of(arrival, state);
        String id = claim.secret().id();
        if (seats.hasNewer(id, arrival.localConnection())) {
            // Its client has given up this connection, and the message is read late. A newer connection has the place.
            throw new ProtocolException(ErrorCode.REPLACED);
        }
        Seat before = seats.of(id);
        TokenBucket replays = before == null ? Replay.allowance(clock) : before.replays();
        Replay.Missed missed =
                claim.holdsPlace() ? replay.of(claim.present(), arrival.resume().seq(), replays) : null;
        if (missed == null) {
            state.inTheWayOf(arrival.admitted(), claim.present()).forEach(each -> remove(each, LeaveReason.LOST));
            replays = Replay.allowance(clock);
        }
        Seat seat = seats.expect(new Seat(this, id, arrival, replays, missed));
        RoomEvent.Joined joined =
                new RoomEvent.Joined(id, seat.number(), claim.secret().nextLife(), arrival.admitted());
        history.append(missed == null ? joined : new RoomEvent.Back(claim.secret(), joined));
        return seat;
    }

    /** Whether somebody who arrives holds a place here. */
    synchronized boolean keepsPlaceOf(Arrival arrival) {
        return Claim.of(arrival, state).holdsPlace();
    }

    @GuardedBy("this")
    private void remove(Participant participant, LeaveReason reason) {
        history.append(new RoomEvent.Left(participant.id(), participant.seat(), reason));
    }

    /** Everybody must leave. Only {@link Rooms} calls this, within its {@code compute}; the caller flushes. */
    synchronized void close() {
        List.copyOf(state.participants()).forEach(participant -> remove(participant, LeaveReason.CLOSED));
    }

    /** Tells everybody, also those who come back soon. The caller flushes. */
    synchronized void announce(String text) {
        history.append(new RoomEvent.Notice(text));
    }

    /** Takes the next entry of the history: now it has happened. The caller flushes, after the lock. */
    synchronized void appended(RoomHistory.Entry entry) {
        RoomEvent event = entry.event();
        ServerMessage told = state.apply(entry);
        String text = told == null ? null : codec.encode(told);
        String to = event instanceof RoomEvent.Signal signal ? signal.to() : null;
        if (event instanceof RoomEvent.Joined || event instanceof RoomEvent.Back) {
            arrive(event, entry.seq(), told == null);
        } else if (event instanceof RoomEvent.Left left && told != null) {
            seats.ofThisNode(left).ifPresent(seat -> listener.left(seat.visit(), left.reason()));
            seats.remove(event.from(), left.reason().ending());
            kept.forgetUnwanted();
        } else if (event instanceof RoomEvent.Away) {
            seats.ofThisNode(event).ifPresent(seat -> listener.disconnected(seat.visit()));
        }
        if (text != null) {
            seats.enqueue(text, event.from(), to);
        }
        kept.add(entry, to, text);
    }

    /** Somebody has joined or come back, or has found no place. */
    @GuardedBy("this")
    private void arrive(RoomEvent event, long seq, boolean resumed) {
        Participant participant = state.of(event.from());
        boolean entered = participant != null && participant.seat() == event.seat();
        if (entered) {
            seats.remove(event.from(), ErrorCode.REPLACED); // the one before this
        }
        Seat seat = seats.arrived(event.seat());
        if (seat == null) {
            return; // it is at another node
        }
        if (!entered) {
            RoomEvent.Joined newcomer =
                    event instanceof RoomEvent.Back back ? back.otherwise() : (RoomEvent.Joined) event;
            seats.drop(seat, state.refusal(newcomer.admitted(), newcomer.from()));
            return;
        }
        seat.take(participant);
        seats.put(seat);
        if (resumed) {
            listener.resumed(seat.visit());
        } else {
            listener.joined(seat.visit(), seat.wantedToResume());
        }
        if (!greeting.welcome(seat, seq, resumed, state.participants())) {
            seats.end(seat, ErrorCode.TOO_SLOW);
        }
    }

    /**
     * Removes participants who have been away too long, drops old messages, and sends ICE servers anew where that is due. Only
     * {@link Rooms} calls this, within its {@code compute}; the caller flushes.
     *
     * @return whether there is anything to flush
     */
    synchronized boolean expire() {
        long now = clock.getAsLong();
        kept.trim(now);
        List<Participant> lost = state.awaySinceBefore(now - limits.resume().toMillis());
        lost.forEach(participant -> remove(participant, LeaveReason.LOST));
        boolean changed = !lost.isEmpty();
        for (Seat seat : seats.all()) {
            changed |= greeting.refreshIce(seat);
        }
        return changed;
    }

    /** The identities of the participants, in the order in which they came. */
    synchronized List<Identity> identities() {
        return state.participants().stream().map(Participant::identity).toList();
    }

    /** What an administrator sees of this room. */
    synchronized RoomReport report() {
        return RoomReport.of(name, state, seats, clock.getAsLong());
    }

    /** What this room holds now. */
    synchronized RoomUsage usage() {
        return new RoomUsage(1, state.participants().size(), state.away(), kept.size(), kept.length());
    }

    /** What has come of the history. Only tests read it without the lock. */
    synchronized RoomState state() {
        return state;
    }

    /** Whether nobody is in the room, or on the way into it. */
    synchronized boolean isEmpty() {
        return state.isEmpty() && seats.expectsNobody();
    }

    /** See {@link Seats#flush}. */
    int flush() {
        return seats.flush();
    }

    /** @param data of a signal; null if there is none */
    private void logForwarded(String type, Seat from, String to, String data) {
        LOG.log(
                Level.DEBUG,
                () -> "room %s: %s from %s to %d%s"
                        .formatted(
                                name,
                                type,
                                from.id(),
                                to != null ? 1 : seats.all().size() - 1,
                                data == null ? "" : ", " + data.length() + " characters"));
    }
}
