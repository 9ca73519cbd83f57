package org.visavis.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.visavis.access.AccessPolicy;
import org.visavis.access.AllowedOrigins;
import org.visavis.room.Outbox;
import org.visavis.settings.ServerLimits;

/** Who goes when there is no memory for what waits. */
class TrafficTest {
    private static final int MEMORY = 100_000;

    /** As it is counted: more than half of the memory. */
    private static final String LARGE = "x".repeat(30_000);

    private final AtomicLong now = new AtomicLong(1_000);
    private final List<Connection> added = new ArrayList<>();
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final ConnectionRegistry connections = new ConnectionRegistry(
            new AccessPolicy(false, new AllowedOrigins(Set.of())),
            new ServerLimits(100, 100, MEMORY, MEMORY, 65_536),
            Runnable::run,
            now::get);

    @AfterEach
    void close() {
        added.forEach(connections::remove); // the clock stands still: to wait for the deaf would take for ever
        connections.close();
    }

    @Test
    void theOneWithWhomItHasStoodStillForLongestGoes() {
        Connection first = deaf();
        now.addAndGet(10);
        Connection second = deaf();
        now.addAndGet(10);
        Connection reader = reader();
        fill(second);
        assertFalse(second.isEnding());
        fill(first);
        assertTrue(first.isEnding(), "it has not read for longer than the other");
        assertFalse(second.isEnding());
        fill(reader);
        assertFalse(reader.isEnding());
        assertEquals(List.of(LARGE), sent);
    }

    @Test
    void aMessageThatNeverEndsIsGivenUpTheSame() {
        Connection slow = reader();
        slow.receive("x".repeat(20_000), false);
        now.addAndGet(MessageAssembler.MAX_TIME + 10);
        Connection deaf = deaf();
        fill(deaf);
        assertTrue(slow.isEnding());
        assertFalse(deaf.isEnding());
    }

    @Test
    void whoSaysMoreThanAllowedGoesFirst() {
        Connection deaf = deaf();
        now.addAndGet(10);
        Connection flooder = reader();
        flooder.whenReceived(text -> Outbox.MAX_LENGTH);
        flooder.receive("a message that goes to very many", true);
        flooder.receive(LARGE, true); // waits
        assertFalse(flooder.isEnding());
        fill(deaf);
        assertTrue(flooder.isEnding());
        assertFalse(deaf.isEnding());
    }

    /** One to whom a message is on its way, for ever. */
    private Connection deaf() {
        Connection connection = add(SocketlessSession.deaf((self, reason) -> remove(self)));
        connection.enqueue("on its way");
        connection.flush();
        return connection;
    }

    private Connection reader() {
        return add(SocketlessSession.open(sent::add, (self, reason) -> remove(self)));
    }

    private Connection add(Session session) {
        Connection connection = connections.add(session, message -> null);
        added.add(connection);
        return connection;
    }

    private void remove(Session session) {
        connections.remove(ConnectionRegistry.of(session));
    }

    private static void fill(Connection connection) {
        connection.enqueue(LARGE);
        connection.flush();
    }
}
