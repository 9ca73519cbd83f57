package org.visavis.room;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    @GuardedBy("this")
    private final Map<String, Participant> participants = new LinkedHashMap<>();

    @GuardedBy("this")
    private final RoomHistory history;

    @GuardedBy("this")
    private final Replay replay;

    /** The participants as of the last change, to be walked through without the lock. */
    private volatile List<Participant> snapshot = List.of();

    Room(String name, RoomContext context) {
        this.name = name;
        this.limits = context.limits();
        this.greeting = new Greeting(name, limits);
        Audience audience = new Audience(participants);
        this.history = new RoomHistory(limits, context.historyMemory(), audience::wants);
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
    public int signal(Participant from, ClientMessage.Signal signal) {
        Participant recipient;
        String text;
        synchronized (this) {
            if (!isHere(from) || !from.isNew(signal.number())) {
                return 0;
            }
            recipient = signal.to() == null ? null : participants.get(signal.to());
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
    public int status(Participant from, ClientMessage.Status message) {
        ParticipantStatus change = message.status();
        String text;
        synchronized (this) {
            if (!isHere(from) || !from.isNew(message.number())) {
                return 0;
            }
            from.merge(change);
            text = post(from, null, seq -> new ServerMessage.Status(seq, from.id(), change));
        }
        logForwarded("status", from, null, text);
        return flush();
    }

    /**
     * The connection of a participant has ended; its place is kept for a while, if the server has one for it. Nothing happens
     * if it has left; the caller flushes. Called by {@link Rooms} alone, within its {@code compute}.
     */
    synchronized void disconnected(Participant participant) {
        if (!isHere(participant) || participant.isAway()) {
            return;
        }
        if (away.take()) {
            participant.goAway(clock.getAsLong());
        } else {
            crowded.run();
            remove(participant, LeaveReason.LOST);
        }
    }

    /** The number of the last numbered message that came from a participant, or null. */
    public synchronized Long lastNumber(Participant from) {
        return from.lastNumber();
    }

    /**
     * Gives one who comes back its place and what it missed, or takes it in as a newcomer; the caller flushes. Called by
     * {@link Rooms} alone, within its {@code compute}.
     */
    synchronized Admission admit(Arrival arrival) {
        ClientMessage.Resume resume = arrival.resume();
        ResumeSecret secret = resume == null ? ResumeSecret.fresh() : ResumeSecret.of(resume.secret());
        Participant present = participants.get(secret.id());
        if (present != null && !AccessPolicy.mayTakeUpPlace(present.identity(), arrival.identity())) {
            present = null;
            secret = ResumeSecret.fresh();
        }
        if (present != null && present.connection() > arrival.connection()) {
            // Read late from a connection that its client has given up already: the place is that of a live one.
            throw new ProtocolException(ErrorCode.REPLACED);
        }
        if (present != null && present.secret().equals(secret)) {
            List<String> missed = replay.of(present, resume.seq());
            if (missed != null) {
                return new Admission(takeBack(present, arrival, resume.seq(), missed), present);
            }
        }
        if (present != null) {
            remove(present, LeaveReason.LOST);
        }
        if (participants.size() >= limits.capacity()) {
            giveAwayAPlace();
        }
        return new Admission(takeIn(secret.nextLife(), arrival), present);
    }

    @GuardedBy("this")
    private Participant takeBack(Participant present, Arrival arrival, long seq, List<String> missed) {
        if (present.isAway()) {
            away.give();
        }
        Participant back = present.back(arrival);
        welcome(back, seq, true);
        missed.forEach(back.outbox()::enqueue);
        put(back);
        return back;
    }

    @GuardedBy("this")
    private Participant takeIn(ResumeSecret secret, Arrival arrival) {
        Place place = new Place(secret, arrival.identity(), this, history.nextSeq(), Replay.allowance(clock));
        Participant newcomer = new Participant(place, arrival);
        welcome(newcomer, history.nextSeq(), false);
        post(newcomer, null, number -> new ServerMessage.PeerJoined(number, newcomer.toPeer()));
        put(newcomer);
        return newcomer;
    }

    @GuardedBy("this")
    private void welcome(Participant participant, long seq, boolean resumed) {
        ServerMessage.IceConfiguration ice = participant.tellIce(clock.getAsLong());
        participant.outbox().enqueue(codec.encode(greeting.of(participant, seq, resumed, participants.values(), ice)));
    }

    /** Whoever is there goes before whoever may come back: the one who has been away longest loses its place. */
    @GuardedBy("this")
    private void giveAwayAPlace() {
        Participant longestAway = participants.values().stream()
                .filter(Participant::isAway)
                .min(Comparator.comparing(Participant::awaySince))
                .orElseThrow(() -> new ProtocolException(ErrorCode.ROOM_FULL));
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
        for (Participant participant : snapshot) {
            if (!participant.isAway()) {
                changed |= refreshIce(participant, now);
            } else if (now - participant.awaySince() > limits.resume().toMillis()) {
                remove(participant, LeaveReason.LOST);
                changed = true;
            }
        }
        return changed;
    }

    /** Not through the history: it is for one alone, and one who comes back is told anyway. */
    @GuardedBy("this")
    private boolean refreshIce(Participant participant, long now) {
        if (limits.iceRefresh() == null
                || now - participant.iceTold() < limits.iceRefresh().toMillis()) {
            return false;
        }
        participant.outbox().enqueue(codec.encode(participant.tellIce(now)));
        return true;
    }

    /** Who is in it, in the order in which they came. */
    List<Identity> identities() {
        return snapshot.stream().map(Participant::identity).toList();
    }

    /** What this room holds now. */
    synchronized RoomUsage usage() {
        long absent = participants.values().stream().filter(Participant::isAway).count();
        return new RoomUsage(1, participants.size(), (int) absent, history.size(), history.length());
    }

    /** Lets a participant go and tells the others; the caller flushes. Called by {@link Rooms} alone. */
    synchronized void remove(Participant leaver, LeaveReason reason) {
        if (isHere(leaver)) {
            participants.remove(leaver.id());
            if (leaver.isAway()) {
                away.give();
            }
            snapshot = List.copyOf(participants.values());
            history.forgetUnwanted();
            post(leaver, null, seq -> new ServerMessage.PeerLeft(seq, leaver.id(), reason.code()));
        }
    }

    synchronized boolean isEmpty() {
        return participants.isEmpty();
    }

    /**
     * Sends what waits in the participants' outboxes. Never called with a lock held.
     *
     * @return how many others of those there are have a connection
     */
    int flush() {
        int present = 0;
        for (Participant participant : snapshot) {
            Outbox outbox = participant.outbox();
            outbox.flush();
            present += outbox == Outbox.NOWHERE ? 0 : 1;
        }
        return Math.max(0, present - 1);
    }

    /** Numbers a message and puts it into the history and into the outboxes of all others, or of the one it is for. */
    @GuardedBy("this")
    private String post(Participant from, Participant to, LongFunction<ServerMessage> message) {
        String text = codec.encode(message.apply(history.nextSeq()));
        history.append(clock.getAsLong(), from.id(), to == null ? null : to.id(), text);
        if (to != null) {
            to.outbox().enqueue(text);
        } else {
            snapshot.stream()
                    .filter(participant -> participant != from)
                    .forEach(participant -> participant.outbox().enqueue(text));
        }
        return text;
    }

    @GuardedBy("this")
    private void put(Participant participant) {
        participants.put(participant.id(), participant); // who is back keeps its place in the order
        snapshot = List.copyOf(participants.values());
    }

    @GuardedBy("this")
    private boolean isHere(Participant participant) {
        return participants.get(participant.id()) == participant;
    }

    private void logForwarded(String type, Participant from, String to, String text) {
        LOG.log(
                Level.DEBUG,
                () -> "room %s: %s from %s to %d, %d characters"
                        .formatted(name, type, from.id(), to != null ? 1 : snapshot.size() - 1, text.length()));
    }
}
