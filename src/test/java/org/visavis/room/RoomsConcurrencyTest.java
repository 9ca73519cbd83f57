package org.visavis.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many threads on few rooms: nobody is lost, nothing comes out of order, no empty room stays. */
class RoomsConcurrencyTest {
    private static final int THREADS = 8;

    private final Rooms rooms = Arrivals.rooms(THREADS * 2);

    @Test
    void losesNobodyWhileRoomsComeAndGo() throws Exception {
        inThreads(thread -> {
            for (int round = 0; round < 5_000; round++) {
                RecordingOutbox outbox = new RecordingOutbox();
                // Two rooms for all threads, so that they are empty and made anew all the time.
                Seat self = rooms.join("room" + round % 2, Arrivals.of("P" + thread, outbox));
                self.room().signal(self, Arrivals.signal(self.id(), "{\"still\":\"here\"}"));
                assertTrue(
                        outbox.sent().stream().anyMatch(text -> text.contains("\"still\"")),
                        "a participant of a room that is not the room any more");
                rooms.leave(self, LeaveReason.LEFT);
            }
        });
        assertEquals(0, rooms.usage().rooms());
    }

    @Test
    void everyoneIsInTheSameRoomAndSeesEverybodyComeAndGo() throws Exception {
        RecordingOutbox toWitness = new RecordingOutbox();
        Seat witness = rooms.join("daily", Arrivals.of("Witness", toWitness));
        int rounds = 2_000;
        inThreads(thread -> {
            for (int round = 0; round < rounds; round++) {
                Seat self = rooms.join("daily", Arrivals.of("P" + thread, new RecordingOutbox()));
                assertTrue(self.room() == witness.room());
                rooms.leave(self, LeaveReason.LOST);
            }
        });
        List<String> seen = toWitness.sent();
        assertEquals(
                (long) THREADS * rounds,
                seen.stream().filter(text -> text.contains("peer-joined")).count());
        assertEquals(
                (long) THREADS * rounds,
                seen.stream().filter(text -> text.contains("peer-left")).count());
        rooms.leave(witness, LeaveReason.LEFT);
        assertEquals(0, rooms.usage().rooms());
    }

    @Test
    void allMembersSeeOneOrder() throws Exception {
        int rounds = 2_000;
        List<Seat> participants = new ArrayList<>();
        List<RecordingOutbox> outboxes = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            RecordingOutbox outbox = new RecordingOutbox();
            outboxes.add(outbox);
            participants.add(rooms.join("daily", Arrivals.of("P" + i, outbox)));
        }
        inThreads(thread -> {
            Seat self = participants.get(thread);
            for (int round = 0; round < rounds; round++) {
                self.room().signal(self, Arrivals.signal(null, "{\"round\":" + round + "}"));
            }
        });
        Map<Long, String> bySeq = new HashMap<>();
        for (RecordingOutbox outbox : outboxes) {
            List<String> signals = outbox.sent().stream()
                    .filter(text -> text.contains("\"signal\""))
                    .toList();
            assertEquals((THREADS - 1) * rounds, signals.size());
            long before = 0;
            for (String signal : signals) {
                long seq = RoomsTest.seqOf(signal);
                assertTrue(seq > before, "out of order");
                before = seq;
                assertEquals(signal, bySeq.computeIfAbsent(seq, key -> signal));
            }
        }
        assertEquals(THREADS * rounds, bySeq.size());
    }

    private interface Work {
        void run(int thread) throws Exception;
    }

    /** Runs the work in all threads at once and lets their failures through. */
    private static void inThreads(Work work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(THREADS);
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                tasks.add(() -> {
                    start.countDown();
                    start.await();
                    work.run(thread);
                    return null;
                });
            }
            for (Future<Void> result : threads.invokeAll(tasks)) {
                result.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
