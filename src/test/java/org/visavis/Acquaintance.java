package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Of clients in a room of {@code /broadcast}, where the server says nothing of its own. */
public final class Acquaintance {
    /** After which somebody is asked again, in milliseconds. */
    private static final long A_WHILE = 100;

    /** So often; only a failing test asks so many times. */
    private static final int PATIENCE = 300;

    private Acquaintance() {}

    /**
     * Waits until both are in the room, and have heard nothing else: containers open a connection for the client before they do
     * for the endpoint, and what another one says meanwhile, it does not hear.
     */
    public static void make(SignalingClient first, SignalingClient second) {
        int asked = 0;
        do {
            second.send("there?");
            asked++;
        } while (!first.isAnswered(A_WHILE) && asked < PATIENCE);
        second.send("here");
        for (String heard = first.next(); !heard.equals("here"); heard = first.next()) {
            assertEquals("there?", heard);
        }
    }
}
