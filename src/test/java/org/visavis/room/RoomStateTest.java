package org.visavis.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.visavis.access.Identity;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ParticipantStatus;
import org.visavis.protocol.ProtocolException;

/** Whatever happens in a room, at one node or at two: who applies its history has its state. */
class RoomStateTest {
    private static final int SEEDS = 300;
    private static final int STEPS = 120;
    private static final int CAPACITY = 4;
    private static final String ROOM = "daily";

    private enum Deed {
        JOIN,
        RESUME,
        SIGNAL,
        STATUS,
        LOSE,
        LEAVE,
        EXPIRE
    }

    private static final List<Deed> DEEDS = List.of(Deed.values());

    private final Map<Deed, Integer> done = new EnumMap<>(Deed.class);
    private long now;

    @Test
    void oneNode() {
        for (int seed = 0; seed < SEEDS; seed++) {
            List<RoomHistory.Entry> entries = new ArrayList<>();
            Rooms rooms = Arrivals.rooms(CAPACITY, () -> now, (room, clock, follower) -> {
                entries.clear(); // the room before it was empty
                return new MemoryHistory(clock, new RoomHistory.Follower() {
                    @Override
                    public void appended(RoomHistory.Entry entry) {
                        entries.add(entry);
                        follower.appended(entry);
                    }

                    @Override
                    public void turn(Runnable task) {
                        throw new AssertionError("it is never late");
                    }
                });
            });
            Play play = new Play(new Random(seed), List.of(rooms));
            for (int i = 0; i < STEPS; i++) {
                play.step();
                assertEquals(replayed(entries), play.stateOf(rooms), "seed " + seed);
            }
        }
        assertEquals(DEEDS.size(), done.size(), done::toString);
    }

    @Test
    void twoNodesWhoseHistoryIsLate() {
        for (int seed = 0; seed < SEEDS; seed++) {
            LateHistory history = new LateHistory();
            List<LateHistory.Server> servers =
                    List.of(history.new Server(CAPACITY, () -> now), history.new Server(CAPACITY, () -> now));
            Play play = new Play(new Random(seed), List.of(servers.get(0).rooms, servers.get(1).rooms));
            // Somebody at each node for the whole time, so that neither drops the room.
            servers.forEach(server -> server.rooms.join(ROOM, Arrivals.of("Host", new RecordingOutbox())));
            servers.forEach(LateHistory.Server::deliverAll);
            for (int i = 0; i < STEPS; i++) {
                play.step();
                LateHistory.Server server = servers.get(play.random.nextInt(2));
                server.deliver(play.random.nextInt(4));
            }
            servers.forEach(LateHistory.Server::deliverAll);
            List<String> replayed = replayed(history.entries());
            assertTrue(replayed.size() >= 2, replayed::toString);
            for (LateHistory.Server server : servers) {
                assertEquals(replayed, play.stateOf(server.rooms), "seed " + seed);
                assertTrue(replayed.size() <= CAPACITY, replayed::toString);
            }
        }
        assertEquals(DEEDS.size(), done.size(), done::toString);
    }

    /** People who do this and that. */
    private final class Play {
        private final Random random;
        private final List<Rooms> nodes;
        private final List<Seat> seats = new ArrayList<>();
        private final Map<Seat, Rooms> nodeOf = new HashMap<>();

        Play(Random random, List<Rooms> nodes) {
            this.random = random;
            this.nodes = nodes;
        }

        void step() {
            Deed deed = DEEDS.get(random.nextInt(DEEDS.size()));
            Rooms node = nodes.get(random.nextInt(nodes.size()));
            Seat seat = seats.isEmpty() ? null : seats.get(random.nextInt(seats.size()));
            try {
                if (deed == Deed.JOIN || seat == null) {
                    enter(node, null);
                } else if (deed == Deed.RESUME) {
                    resume(node, seat);
                } else if (deed == Deed.EXPIRE) {
                    now += 20_000;
                    node.expire();
                } else {
                    act(deed, seat);
                }
                done.merge(deed, 1, Integer::sum);
            } catch (ProtocolException e) {
                // full, replaced, or nobody has that id: that is an answer, too
            }
        }

        private void act(Deed deed, Seat seat) {
            Long number = random.nextBoolean() ? null : 1L + random.nextInt(5);
            switch (deed) {
                case SIGNAL -> {
                    String to = random.nextBoolean()
                            ? null
                            : seats.get(random.nextInt(seats.size())).id();
                    seat.room().signal(seat, new ClientMessage.Signal(to, "{}", number));
                }
                case STATUS -> seat.room().status(seat, new ClientMessage.Status(change(), number));
                case LOSE -> nodeOf.get(seat).disconnected(seat);
                default -> nodeOf.get(seat).leave(seat, LeaveReason.LEFT);
            }
        }

        private void resume(Rooms node, Seat seat) {
            if (seat.participant() != null) {
                String secret = seat.participant().secret().text();
                enter(node, new ClientMessage.Resume(secret, (long) random.nextInt(STEPS)));
            }
        }

        private void enter(Rooms node, ClientMessage.Resume resume) {
            Identity identity = Identity.claimed("P" + seats.size());
            Seat seat = node.join(ROOM, Arrivals.of(identity, new RecordingOutbox(), resume));
            seats.add(seat);
            nodeOf.put(seat, node);
        }

        private ParticipantStatus change() {
            return new ParticipantStatus(maybe(), maybe(), maybe(), maybe());
        }

        private Boolean maybe() {
            return random.nextInt(3) == 0 ? null : Boolean.valueOf(random.nextBoolean());
        }

        List<String> stateOf(Rooms node) {
            return seats.stream()
                    .filter(seat -> nodeOf.get(seat) == node && node.usage().rooms() > 0)
                    .map(Seat::room)
                    .reduce((earlier, later) -> later)
                    .map(room -> described(room.state()))
                    .orElse(List.of());
        }
    }

    private static List<String> replayed(List<RoomHistory.Entry> entries) {
        RoomState state = new RoomState(CAPACITY);
        entries.forEach(state::apply);
        return described(state);
    }

    private static List<String> described(RoomState state) {
        return state.participants().stream()
                .map(one -> one.toPeer() + " " + one.secret() + " " + one.seat() + " " + one.lastNumber() + " "
                        + one.awaySince() + " " + one.hadJoinedBy(STEPS / 2))
                .toList();
    }
}
