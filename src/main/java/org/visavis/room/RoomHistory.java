package org.visavis.room;

import java.util.function.LongSupplier;

/**
 * Puts everything that happens in a room into one order. All nodes that serve a room see the same history. {@link
 * MemoryHistory} serves one node.
 *
 * <p>An event happens when the {@link Follower} gets it back as an entry, not when it is appended. In between others may have
 * been appended, here or on another node.
 */
interface RoomHistory {

    /**
     * One event at its place in the order.
     *
     * @param seq counts the events of the room from 1
     * @param time when it was appended, in milliseconds of the room's clock
     */
    record Entry(long seq, long time, RoomEvent event) {}

    /**
     * Appends an event. Returns without waiting for its number. What one thread appends stays in its order. Called under the
     * room's lock.
     */
    void append(RoomEvent event);

    /** A room that follows its history. */
    interface Follower {
        /** Takes the next entry: within a call of {@link #append}, or on any thread within a {@link #turn}. */
        void appended(Entry entry);

        /**
         * Runs a task that hands over entries later than {@link #append}, and then sends what they led to. Does nothing if
         * the room is gone. Called without any lock.
         */
        void turn(Runnable task);
    }

    /** Opens the histories of rooms. */
    interface Opening {
        /**
         * Opens the history of a room that somebody is about to enter. The follower gets all entries from the first on.
         *
         * @param room the name of the room
         * @param clock milliseconds, never running backwards
         */
        RoomHistory open(String room, LongSupplier clock, Follower follower);
    }
}
