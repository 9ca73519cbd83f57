package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Turns of the thread that runs the test. */
class TurnTest {
    private final List<Object> done = new ArrayList<>();

    @Test
    void sendsWhenAllIsRead() {
        boolean answer = Turn.take(() -> {
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
                () -> Turn.take(() -> {
                    send("a");
                    throw new IllegalStateException();
                }));
        assertEquals(List.of("a"), done);
        send("b");
        assertEquals(List.of("a", "b"), done, "the turn is over");
    }

    @Test
    void sendsAtOnceWhereThereIsNoTurn() {
        send("a");
        assertEquals(List.of("a"), done);
        Turn.take(() -> {
            CompletableFuture.runAsync(() -> send("b")).join();
            assertEquals(List.of("a", "b"), done, "this is the turn of another thread");
            return true;
        });
    }

    @Test
    void whatOneSendLeadsToIsSentToo() {
        Turn.take(() -> {
            Turn.SENDS.execute(() -> send("b"));
            return true;
        });
        assertEquals(List.of("b"), done);
    }

    @Test
    void sendsBetweenTwoConnectionsIfManyWait() {
        Turn.take(() -> {
            numbers(1, Turn.MANY - 1).forEach(this::send);
            Turn.pause();
            assertEquals(List.of(), done);
            send(Turn.MANY);
            assertEquals(List.of(), done, "never in the middle of a connection");
            Turn.pause();
            assertEquals(numbers(1, Turn.MANY), done);
            send("next");
            Turn.pause();
            assertEquals(Turn.MANY, done.size());
            return true;
        });
        assertEquals("next", done.get(Turn.MANY));
    }

    private void send(Object what) {
        Turn.SENDS.execute(() -> done.add(what));
    }

    private static List<Integer> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
