package org.visavis.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.CloseReason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.visavis.protocol.ErrorCode;

/** Whoever ends a connection, and in whichever order the steps come: the participant leaves once, and it is closed once. */
class ConnectionEndTest {
    private static final CloseReason TOO_SLOW = CloseReasons.reason(ErrorCode.TOO_SLOW);
    private static final CloseReason BY_CLIENT = CloseReasons.GOODBYE;
    private static final CloseReason LOST = new CloseReason(CloseReason.CloseCodes.CLOSED_ABNORMALLY, "");

    /** What has happened to the participant and to the session, in order. */
    private final List<String> happened = new ArrayList<>();

    /** What threads of the server have still to do. */
    private final Deque<Runnable> blocking = new ArrayDeque<>();

    private final ConnectionEnd end = new ConnectionEnd(
            blocking::add,
            reason -> happened.add("close " + reason.getCloseCode().getCode()));

    @Test
    void closesWhenAllIsSentAndTheParticipantLeavesBeforeThat() {
        join();
        assertTrue(end.isOpen());
        end.sent(); // the usual case: nothing waits
        assertTrue(end.isOpen());
        assertTrue(end.end(CloseReasons.GONE, true));
        assertFalse(end.isOpen());
        runBlocking();
        assertEquals(List.of(), happened, "something is still to be sent");
        end.sent();
        end.sent();
        assertEquals(List.of(), happened, "closing may block");
        runBlocking();
        assertEquals(List.of("away", "close 1001"), happened);
        end.closed(CloseReasons.GONE);
        assertEquals(2, happened.size());
    }

    @Test
    void theFirstReasonCounts() {
        join();
        assertTrue(end.end(CloseReasons.reason(ErrorCode.MESSAGE_TOO_LARGE), false));
        assertFalse(end.end(CloseReasons.GONE, true));
        end.sent();
        runBlocking();
        assertEquals(List.of("left", "close 1009"), happened);
    }

    @Test
    void aCutWaitsForNothing() {
        join();
        end.cut(TOO_SLOW);
        end.cut(CloseReasons.GONE);
        assertFalse(end.end(CloseReasons.GONE, false));
        end.sent();
        runBlocking();
        assertEquals(List.of("away", "close 4009"), happened);
    }

    @Test
    void aCutOvertakesAnEnd() {
        join();
        end.end(CloseReasons.reason(ErrorCode.SILENT), true);
        end.cut(TOO_SLOW);
        end.sent();
        runBlocking();
        assertEquals(List.of("away", "close 4009"), happened);
    }

    @Test
    void whoseClientClosesLeavesAndWhoseConnectionBreaksIsAway() {
        join();
        end.closed(BY_CLIENT);
        end.closed(BY_CLIENT); // some containers say so twice
        assertEquals(List.of("left"), happened);
        ConnectionEnd broken = new ConnectionEnd(blocking::add, reason -> happened.add("close"));
        broken.whenLeaving(this::left);
        broken.closed(LOST);
        assertEquals(List.of("left", "away"), happened);
        assertFalse(broken.end(CloseReasons.GONE, true));
        broken.cut(TOO_SLOW);
        broken.sent();
        runBlocking();
        assertEquals(2, happened.size(), "there is nothing to close any more");
    }

    @Test
    void theClientMayCloseDuringOurEnd() {
        join();
        end.end(CloseReasons.reason(ErrorCode.SILENT), true);
        end.closed(BY_CLIENT);
        end.sent();
        runBlocking();
        assertEquals(List.of("left"), happened);
    }

    @Test
    void theClientMayCloseWhileAThreadIsAboutToDoSo() {
        join();
        end.cut(TOO_SLOW);
        end.closed(BY_CLIENT);
        assertEquals(List.of("left"), happened);
        runBlocking();
        assertEquals(List.of("left", "close 4009"), happened, "which does no harm");
    }

    @Test
    void whatTheContainerReportsOfOurCloseSaysNothingOfTheClient() {
        end.cut(CloseReasons.GONE); // a send has failed
        runBlocking();
        end.closed(CloseReasons.GONE);
        join(); // had just begun
        assertEquals(List.of("close 1001", "away"), happened);
    }

    @Test
    void whoJoinsWhenItIsTooLateLeavesAtOnce() {
        end.closed(LOST);
        join();
        assertEquals(List.of("away"), happened);
    }

    @Test
    void whoBreaksARuleLeavesForGood() {
        end.end(CloseReasons.reason(ErrorCode.TOO_FAST), false);
        join(); // the end has begun, but the room does not know
        end.closed(LOST);
        assertEquals(List.of("left"), happened);
    }

    @Test
    void whateverTheThreadsDoEachStepIsTakenOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 2_000; round++) {
                AtomicInteger left = new AtomicInteger();
                AtomicInteger closed = new AtomicInteger();
                ConnectionEnd raced = new ConnectionEnd(Runnable::run, reason -> closed.incrementAndGet());
                CyclicBarrier start = new CyclicBarrier(4);
                List<Runnable> steps = List.of(
                        () -> raced.whenLeaving(resumable -> left.incrementAndGet()),
                        () -> {
                            raced.end(CloseReasons.GONE, true);
                            raced.sent();
                        },
                        () -> raced.cut(TOO_SLOW),
                        () -> raced.closed(BY_CLIENT));
                List<Future<?>> results = new ArrayList<>();
                for (Runnable step : steps) {
                    results.add(threads.submit(() -> {
                        start.await();
                        step.run();
                        return null;
                    }));
                }
                for (Future<?> result : results) {
                    result.get();
                }
                assertEquals(1, left.get());
                assertTrue(closed.get() <= 1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void join() {
        end.whenLeaving(this::left);
    }

    private void left(boolean resumable) {
        happened.add(resumable ? "away" : "left");
    }

    private void runBlocking() {
        while (!blocking.isEmpty()) {
            blocking.remove().run();
        }
    }
}
