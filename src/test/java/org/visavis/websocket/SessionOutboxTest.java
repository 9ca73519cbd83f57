package org.visavis.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.visavis.protocol.ErrorCode;
import org.visavis.room.MemoryPool;
import org.visavis.room.Outbox;

/** An outbox before a remote that completes at once, later, on another thread, never, or fails. */
class SessionOutboxTest {
    private final List<String> sent = new ArrayList<>();
    private final Deque<SendHandler> pending = new ArrayDeque<>();
    private final List<CloseReason> closes = new ArrayList<>();
    private final ConnectionEnd end = new ConnectionEnd(Runnable::run, closes::add);
    private final MemoryPool memory = new MemoryPool(1_000_000);
    private long now;

    @Test
    void sendsNothingBeforeItIsFlushed() {
        SessionOutbox outbox = outbox(this::atOnce);
        outbox.enqueue("a");
        assertEquals(List.of(), sent);
        outbox.flush();
        assertEquals(List.of("a"), sent);
    }

    @Test
    void sendsAndClosesAtTheMomentThatItIsGiven() {
        Deque<Runnable> moments = new ArrayDeque<>();
        SessionOutbox outbox = new SessionOutbox(this::atOnce, moments::add, end, memory, () -> now);
        outbox.enqueue("a");
        outbox.flush();
        outbox.enqueue("b");
        outbox.flush();
        end(outbox, "c", CloseReasons.GONE);
        assertEquals(List.of(), sent);
        moments.remove().run();
        assertEquals(List.of("a", "b", "c"), sent);
        assertEquals(List.of(CloseReasons.GONE), closes);
        moments.forEach(Runnable::run);
        assertEquals(List.of("a", "b", "c"), sent);
        assertEquals(List.of(CloseReasons.GONE), closes);
    }

    @Test
    void atOnce_sendsAllInOrderWithoutGrowingTheStack() {
        AtomicInteger deepest = new AtomicInteger();
        SessionOutbox outbox = outbox((text, handler) -> {
            deepest.accumulateAndGet(Thread.currentThread().getStackTrace().length, Math::max);
            atOnce(text, handler);
        });
        outbox.enqueue("0");
        outbox.flush();
        int depthOfOne = deepest.get();
        enqueue(outbox, 1, Outbox.MAX_MESSAGES);
        outbox.flush();
        assertEquals(numbers(0, Outbox.MAX_MESSAGES), sent);
        assertEquals(depthOfOne, deepest.get());
    }

    @Test
    void later_hasOneSendInFlightAndKeepsTheOrder() {
        SessionOutbox outbox = outbox(this::later);
        enqueue(outbox, 0, 2);
        outbox.flush();
        outbox.flush();
        assertEquals(List.of("0"), sent);
        assertFalse(outbox.isIdle());
        complete();
        assertEquals(List.of("0", "1"), sent);
        assertEquals(2 * MemoryPool.mostOf("1"), memory.used(), "what is on its way, and what waits");
        enqueue(outbox, 3, 3);
        outbox.flush();
        assertEquals(List.of("0", "1"), sent);
        complete();
        complete();
        complete();
        assertEquals(numbers(0, 3), sent);
        assertTrue(outbox.isIdle());
        assertEquals(0, memory.used());
    }

    @Test
    void later_closesAfterAllIsSent() {
        SessionOutbox outbox = outbox(this::later);
        enqueue(outbox, 0, 1);
        end(outbox, "last", CloseReasons.GOODBYE);
        outbox.enqueue("too late");
        outbox.flush();
        complete();
        complete();
        assertEquals(List.of(), closes);
        complete();
        assertEquals(List.of("0", "1", "last"), sent);
        assertEquals(List.of(CloseReasons.GOODBYE), closes);
        end(outbox, null, CloseReasons.GONE);
        assertEquals(1, closes.size());
    }

    @Test
    void never_closesThatClientWhenTooManyMessagesWait() {
        SessionOutbox outbox = outbox(this::later);
        outbox.enqueue("in flight");
        outbox.flush();
        enqueue(outbox, 1, Outbox.MAX_MESSAGES);
        outbox.flush();
        assertEquals(List.of(), closes);
        outbox.enqueue("one too many");
        assertEquals(List.of(), closes, "closing is for flush, not while the room is locked");
        outbox.flush();
        assertTooSlow();
    }

    @Test
    void later_keepsAllOfABurstOfShortMessages() {
        SessionOutbox outbox = outbox(this::later);
        enqueue(outbox, 1, 4_000);
        outbox.flush();
        while (!pending.isEmpty()) {
            complete();
        }
        assertEquals(numbers(1, 4_000), sent);
        assertEquals(List.of(), closes);
    }

    @Test
    void never_closesThatClientWhenTooMuchWaits() {
        SessionOutbox outbox = outbox(this::later);
        outbox.enqueue("in flight");
        outbox.flush();
        String large = "x".repeat(Outbox.MAX_LENGTH / 4);
        for (int i = 0; i < 4; i++) {
            outbox.enqueue(large);
        }
        outbox.flush();
        assertEquals(List.of(), closes);
        outbox.enqueue("x");
        outbox.flush();
        assertTooSlow();
    }

    @Test
    void never_closesThatClientWhenOneSendTakesTooLong() {
        SessionOutbox outbox = outbox(this::later);
        now = 1_000;
        outbox.enqueue("stuck");
        outbox.flush();
        now += SessionOutbox.MAX_SEND_TIME;
        outbox.cutIfStuck();
        assertEquals(List.of(), closes);
        now++;
        outbox.cutIfStuck();
        outbox.cutIfStuck();
        assertTooSlow();
        complete(); // comes after all; changes nothing
        assertEquals(1, closes.size());
    }

    @Test
    void never_closesEvenWhenAGoodbyeWaitsBehindTheStuckSend() {
        SessionOutbox outbox = outbox(this::later);
        outbox.enqueue("stuck");
        outbox.flush();
        end(outbox, null, CloseReasons.GOODBYE);
        now += SessionOutbox.MAX_SEND_TIME + 1;
        outbox.cutIfStuck();
        assertTooSlow();
    }

    @Test
    void failing_closesAndDropsTheRest() {
        SessionOutbox outbox = outbox((text, handler) -> {
            sent.add(text);
            handler.onResult(new SendResult(new IllegalStateException("broken pipe")));
        });
        enqueue(outbox, 0, 9);
        outbox.flush();
        assertEquals(List.of("0"), sent);
        assertEquals(List.of(CloseReasons.GONE), closes);
    }

    @Test
    void throwing_closesAndDropsTheRest() {
        SessionOutbox outbox = outbox((text, handler) -> {
            sent.add(text);
            throw new IllegalStateException("TEXT_FULL_WRITING");
        });
        enqueue(outbox, 0, 9);
        outbox.flush();
        outbox.enqueue("more");
        outbox.flush();
        assertEquals(List.of("0"), sent);
        assertEquals(List.of(CloseReasons.GONE), closes);
    }

    @Test
    void sendsAndClosesNothingOnceTheSessionIsClosed() {
        SessionOutbox outbox = outbox(this::later);
        enqueue(outbox, 0, 3);
        outbox.flush();
        end.closed(CloseReasons.GONE);
        outbox.drop();
        complete();
        outbox.enqueue("more");
        outbox.flush();
        end(outbox, null, CloseReasons.GOODBYE);
        now += SessionOutbox.MAX_SEND_TIME + 1;
        outbox.cutIfStuck();
        assertEquals(List.of("0"), sent);
        assertEquals(List.of(), closes);
    }

    @Test
    void manyThreadsLoseNothingAndNeverHaveTwoSendsInFlight() throws Exception {
        int writers = 4;
        int rounds = 5_000;
        AtomicBoolean inFlight = new AtomicBoolean();
        AtomicBoolean overlapped = new AtomicBoolean();
        AtomicInteger count = new AtomicInteger();
        ExecutorService completions = Executors.newFixedThreadPool(2);
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        CountDownLatch all = new CountDownLatch(writers * rounds);
        try {
            SessionOutbox outbox = outbox((text, handler) -> {
                if (!inFlight.compareAndSet(false, true)) {
                    overlapped.set(true);
                }
                Runnable complete = () -> {
                    inFlight.set(false);
                    all.countDown();
                    handler.onResult(new SendResult());
                };
                if (count.incrementAndGet() % 3 == 0) {
                    complete.run();
                } else {
                    completions.execute(complete);
                }
            });
            List<Future<?>> results = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                results.add(threads.submit(() -> {
                    for (int round = 0; round < rounds; round++) {
                        while (outbox.waiting() > Outbox.MAX_MESSAGES / 2) {
                            Thread.onSpinWait();
                        }
                        outbox.enqueue("x");
                        outbox.flush();
                    }
                }));
            }
            for (Future<?> result : results) {
                result.get();
            }
            all.await();
            assertFalse(overlapped.get());
            assertEquals(writers * rounds, count.get());
            assertEquals(List.of(), closes);
        } finally {
            threads.shutdownNow();
            completions.shutdownNow();
        }
    }

    private SessionOutbox outbox(BiConsumer<String, SendHandler> sender) {
        return new SessionOutbox(sender, Runnable::run, end, memory, () -> now);
    }

    private void end(SessionOutbox outbox, String last, CloseReason reason) {
        end.end(reason, true);
        outbox.finish(last);
    }

    private void atOnce(String text, SendHandler handler) {
        sent.add(text);
        handler.onResult(new SendResult());
    }

    private void later(String text, SendHandler handler) {
        sent.add(text);
        pending.add(handler);
    }

    private void complete() {
        pending.removeFirst().onResult(new SendResult());
    }

    private void assertTooSlow() {
        assertEquals(0, memory.used());
        assertEquals(1, closes.size());
        assertEquals(
                ErrorCode.TOO_SLOW.closeCode(), closes.get(0).getCloseCode().getCode());
        assertEquals("too-slow", closes.get(0).getReasonPhrase());
    }

    private static void enqueue(SessionOutbox outbox, int first, int last) {
        numbers(first, last).forEach(outbox::enqueue);
    }

    private static List<String> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList();
    }
}
