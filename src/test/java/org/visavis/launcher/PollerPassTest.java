package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Passes of the thread that runs the test. */
class PollerPassTest {
    private final List<Object> done = new ArrayList<>();

    @Test
    void sendsWhenAllIsRead() {
        boolean answer = PollerPass.take(() -> {
            send("a");
            send("b");
            done.add("read");
            return false;
        });
        assertFalse(answer);
        assertEquals(List.of("read", "a", "b"), done);
    }

    @Test
    void sendsWhenReadingFails() {
        assertThrows(
                IllegalStateException.class,
                () -> PollerPass.take(() -> {
                    send("a");
                    throw new IllegalStateException();
                }));
        assertEquals(List.of("a"), done);
        send("b");
        assertEquals(List.of("a", "b"), done, "the pass is over");
    }

    @Test
    void sendsAtOnceWhereThereIsNoPass() {
        send("a");
        assertEquals(List.of("a"), done);
        PollerPass.take(() -> {
            CompletableFuture.runAsync(() -> send("b")).join();
            assertEquals(List.of("a", "b"), done, "this is the pass of another thread");
            return true;
        });
    }

    @Test
    void whatOneSendLeadsToIsSentToo() {
        PollerPass.take(() -> {
            PollerPass.SENDS.execute(() -> send("b"));
            return true;
        });
        assertEquals(List.of("b"), done);
    }

    @Test
    void sendsBetweenTwoConnectionsIfManyWait() {
        PollerPass.take(() -> {
            numbers(1, PollerPass.MANY - 1).forEach(this::send);
            PollerPass.pause();
            assertEquals(List.of(), done);
            send(PollerPass.MANY);
            assertEquals(List.of(), done, "never in the middle of a connection");
            PollerPass.pause();
            assertEquals(numbers(1, PollerPass.MANY), done);
            send("next");
            PollerPass.pause();
            assertEquals(PollerPass.MANY, done.size());
            return true;
        });
        assertEquals("next", done.get(PollerPass.MANY));
    }

    private void send(Object what) {
        PollerPass.SENDS.execute(() -> done.add(what));
    }

    private static List<Integer> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
