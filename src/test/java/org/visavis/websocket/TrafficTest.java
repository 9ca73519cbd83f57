package org.visavis.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.visavis.access.AccessPolicies;
import org.visavis.room.Outbox;
import org.visavis.room.RoomListener;
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
            AccessPolicies.open(),
            new ServerLimits(100, 100, MEMORY, MEMORY, 65_536),
            Runnable::run,
            now::get,
            RoomListener.NONE);

    @AfterEach
    void close() {
        added.forEach(connection -> connections.closed(
                connection, CloseReasons.GONE)); // the clock stands still: to wait for the deaf would take for ever
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
        assertTrue(second.isOpen());
        fill(first);
        assertFalse(first.isOpen(), "it has not read for longer than the other");
        assertTrue(second.isOpen());
        fill(reader);
        assertTrue(reader.isOpen());
        assertEquals(List.of(LARGE), sent);
    }

    @Test
    void aMessageThatNeverEndsIsCutTheSame() {
        Connection slow = reader();
        slow.reception().text("x".repeat(20_000), false);
        now.addAndGet(MessageAssembler.MAX_TIME + 10);
        Connection deaf = deaf();
        fill(deaf);
        assertFalse(slow.isOpen());
        assertTrue(deaf.isOpen());
    }

    @Test
    void whoSaysMoreThanAllowedGoesFirst() {
        Connection deaf = deaf();
        now.addAndGet(10);
        Connection flooder = reader();
        flooder.reception().whenReceived(text -> Outbox.MAX_LENGTH);
        flooder.reception().text("a message that goes to very many", true);
        flooder.reception().text(LARGE, true); // waits
        assertTrue(flooder.isOpen());
        fill(deaf);
        assertFalse(flooder.isOpen());
        assertTrue(deaf.isOpen());
    }

    /** One to whom a message is on its way, for ever. */
    private Connection deaf() {
        Connection connection = add(SocketlessSession.deaf(this::closed));
        connection.enqueue("on its way");
        connection.flush();
        return connection;
    }

    private Connection reader() {
        return add(SocketlessSession.open(sent::add, this::closed));
    }

    private Connection add(Session session) {
        Connection connection = connections.add(session, message -> null);
        added.add(connection);
        return connection;
    }

    private void closed(Session session, CloseReason reason) {
        connections.closed(ConnectionRegistry.of(session), reason);
    }

    private static void fill(Connection connection) {
        connection.enqueue(LARGE);
        connection.flush();
    }
}
