package org.visavis.settings;

/**
 * What strangers can make this server hold, all of them together.
 *
 * @param connections how many may be open at once
 * @param awayPlaces how many places of lost connections are kept at once
 * @param historyMemory how much memory the histories of all rooms may take, in bytes, as the server estimates it
 * @param waitingMemory the same for messages that wait: for those who read slowly, for the rest of them, or for their turn
 * @param sendRate how many characters one connection may have passed on in a second, each as often as that is done
 */
public record ServerLimits(int connections, int awayPlaces, long historyMemory, long waitingMemory, int sendRate) {
    /** In the long run; a call needs a hundredth. */
    private static final int SEND_RATE = 1024 * 1024;

    /** In bytes; an idle connection takes 20 KB with {@code java -jar}, and one that is away far less. */
    private static final int HEAP_FOR_A_CONNECTION = 48 * 1024;

    /** An eighth of the heap, for each kind of memory. */
    private static final int PART = 8;

    /** What is there without anybody, in bytes: classes, caches, and room for what comes and goes. */
    private static final long ALWAYS = 24 * 1024 * 1024;

    /** What fits into the heap of this JVM. */
    public static ServerLimits usual() {
        return forHeap(Runtime.getRuntime().maxMemory());
    }

    /** What fits into a heap of so many bytes, of which some is taken already. */
    public static ServerLimits forHeap(long heap) {
        long free = Math.max(heap / 2, heap - ALWAYS);
        int connections = (int) Math.min(Integer.MAX_VALUE, free / HEAP_FOR_A_CONNECTION);
        return new ServerLimits(connections, connections, free / PART, free / PART, SEND_RATE);
    }
}
