package org.visavis.room;

import java.util.function.LongSupplier;

/** The history of a room that this node alone serves: an event gets its number at once. Guarded by the room's lock. */
final class MemoryHistory implements RoomHistory {
    private final LongSupplier clock;
    private final Follower follower;
    private long lastSeq;

    /** @param clock milliseconds, never running backwards */
    MemoryHistory(LongSupplier clock, Follower follower) {
        this.clock = clock;
        this.follower = follower;
    }

    @Override
    public void append(RoomEvent event) {
        lastSeq++;
        follower.appended(new Entry(lastSeq, clock.getAsLong(), event));
    }
}
