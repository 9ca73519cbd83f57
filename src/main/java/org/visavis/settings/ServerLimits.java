package org.visavis.settings;

/**
 * Limits on what strangers, all together, can make this server hold.
 *
 * @param connections maximum number of open connections
 * @param awayPlaces maximum number of places kept for participants who have lost their connection
 * @param historyMemory memory for the histories of all rooms, in bytes, as the server estimates it
 * @param waitingMemory the same for messages that wait in outboxes, for their remaining parts, or in inboxes
 * @param sendRate characters per second that the server passes on for one connection, counted once per recipient
 */
public record ServerLimits(int connections, int awayPlaces, long historyMemory, long waitingMemory, int sendRate) {
    /** The default send rate. A call needs a hundredth of it. */
    private static final int SEND_RATE = 1024 * 1024;

    /** Heap per connection, in bytes. An idle one takes 20 KB with {@code java -jar}, a participant who is away far less. */
    private static final int HEAP_FOR_A_CONNECTION = 48 * 1024;

    /** Each kind of memory gets an eighth of the free heap. */
    private static final int PART = 8;

    /** Heap in use without any connection, in bytes: classes, caches, and space for short-lived objects. */
    private static final long ALWAYS = 24 * 1024 * 1024;

    /** The limits that fit into the heap of this JVM. */
    public static ServerLimits usual() {
        return forHeap(Runtime.getRuntime().maxMemory());
    }

    /** The limits that fit into a heap of this many bytes, some of which is in use already. */
    public static ServerLimits forHeap(long heap) {
        long free = Math.max(heap / 2, heap - ALWAYS);
        int connections = (int) Math.min(Integer.MAX_VALUE, free / HEAP_FOR_A_CONNECTION);
        return new ServerLimits(connections, connections, free / PART, free / PART, SEND_RATE);
    }
}
