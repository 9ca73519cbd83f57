package org.visavis.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.CloseReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.visavis.room.MemoryPool;

/** An outbox before one who does not read: it tells so, and can be dropped at once. */
class HeldUpTest {
    private final List<CloseReason> closes = new ArrayList<>();
    private final MemoryPool memory = new MemoryPool(1_000_000);
    private long now;

    @Test
    void givesBackAllMemoryAtOnce() {
        SessionOutbox outbox = new SessionOutbox(
                (text, handler) -> {}, Runnable::run, new ConnectionEnd(Runnable::run, closes::add), memory, () -> now);
        assertEquals(0, outbox.heldUp());
        for (int i = 0; i < 10; i++) {
            outbox.enqueue("a message");
        }
        outbox.flush();
        now += 5;
        assertEquals(5, outbox.heldUp());
        assertTrue(memory.used() > 0);
        outbox.drop();
        assertEquals(0, memory.used());
        assertEquals(0, outbox.heldUp());
        outbox.enqueue("more");
        assertEquals(0, memory.used());
        assertEquals(List.of(), closes, "that is for its owner");
    }
}
