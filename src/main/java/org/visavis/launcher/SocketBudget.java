package org.visavis.launcher;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * How many sockets the connectors may have open together, in place of Tomcat's 8,192 for each. Their number is larger than
 * the number of connections that the application admits, so that the application can tell the others why it refuses them. It
 * is small enough for the heap even if these clients stay. Further clients wait to be accepted. Safe for use by many threads.
 */
final class SocketBudget {
    /** Bytes of heap per socket. */
    private static final int HEAP_FOR_A_SOCKET = 36_000;

    /** Bytes of heap per socket over TLS. */
    private static final int HEAP_FOR_TLS = 160_000;

    /** How many sockets there are beyond the connections that the application admits, if a setting says how many it admits. */
    private static final long OTHERS = 1_000;

    /** In these units the heap of any computer is an int. */
    private static final int UNIT = 1_000;

    /** Waiting sockets have their turn in order: one that needs much is not passed over for others that need little. */
    private final Semaphore units;

    private final boolean byHeap;

    /** @param wanted the connections that the application admits; 0 if it decides by the heap itself */
    SocketBudget(long wanted) {
        byHeap = wanted == 0;
        long most = byHeap ? Runtime.getRuntime().maxMemory() / UNIT : wanted + OTHERS;
        units = new Semaphore((int) Math.min(Integer.MAX_VALUE, most), true);
    }

    /**
     * Waits until one more socket may be opened.
     *
     * @param goesOn whether it is still to be opened; asked once a second
     */
    void take(boolean secure, BooleanSupplier goesOn) throws InterruptedException {
        while (goesOn.getAsBoolean()) {
            if (units.tryAcquire(cost(secure), 1, TimeUnit.SECONDS)) {
                return;
            }
        }
    }

    void giveBack(boolean secure) {
        units.release(cost(secure));
    }

    private int cost(boolean secure) {
        return byHeap ? (secure ? HEAP_FOR_TLS : HEAP_FOR_A_SOCKET) / UNIT : 1;
    }
}
