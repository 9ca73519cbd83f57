package org.visavis.room;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The history of one room that several nodes share, and that takes its time: what is appended comes back to each node when the
 * test says so.
 */
final class LateHistory implements RoomHistory.Opening {
    private final List<RoomHistory.Entry> entries = new ArrayList<>();

    @Override
    public synchronized Node open(String room, LongSupplier clock, RoomHistory.Follower follower) {
        return new Node(clock, follower);
    }

    /** All that has happened, in order. */
    synchronized List<RoomHistory.Entry> entries() {
        return List.copyOf(entries);
    }

    private synchronized RoomHistory.Entry entry(int index) {
        return index < entries.size() ? entries.get(index) : null;
    }

    private synchronized void add(long time, RoomEvent event) {
        entries.add(new RoomHistory.Entry(entries.size() + 1, time, event));
    }

    /** What one node sees of it. */
    final class Node implements RoomHistory {
        private final LongSupplier clock;
        private final Follower follower;
        private int delivered;

        Node(LongSupplier clock, Follower follower) {
            this.clock = clock;
            this.follower = follower;
        }

        @Override
        public void append(RoomEvent event) {
            add(clock.getAsLong(), event);
        }

        /** Hands over the next entries, so many at most. */
        void deliver(int most) {
            follower.turn(() -> {
                for (int i = 0; i < most && entry(delivered) != null; i++) {
                    follower.appended(entry(delivered++));
                }
            });
        }
    }

    /** A node of its own, with the rooms of this history. */
    final class Server {
        final Rooms rooms;
        private Node node;

        Server(int capacity, LongSupplier clock) {
            this(capacity, clock, RoomListener.NONE);
        }

        Server(int capacity, LongSupplier clock, RoomListener listener) {
            rooms = Arrivals.rooms(
                    capacity, clock, listener, (room, ticks, follower) -> node = open(room, ticks, follower));
        }

        void deliver(int most) {
            node.deliver(most);
        }

        void deliverAll() {
            deliver(Integer.MAX_VALUE);
        }
    }
}
