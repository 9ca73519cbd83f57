package org.visavis.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Clients of one server, in rooms of one size, and what comes for them. All on the thread of the {@link EventLoop}. */
final class Crowd implements Client.Listener, AutoCloseable {
    /** PROTOCOL.md: asked whenever five seconds have passed without hearing anything. */
    static final int PING_SECONDS = 5;

    private static final Duration JOIN_LIMIT = Duration.ofMinutes(2);
    private static final Duration LEAVE_LIMIT = Duration.ofSeconds(30);

    /** A stamped message has come. */
    interface Deliveries {
        void delivered(Client to, int sender, long time);
    }

    private final EventLoop loop;
    private final ServerProcess server;
    private final Dialect dialect;
    private final int roomSize;
    private final List<Client> clients = new ArrayList<>();
    private Deliveries deliveries = (to, sender, time) -> {};
    private int lost;
    private boolean leaving;

    /** Of rooms that only this crowd knows. */
    private final String roomPrefix = "bench-" + Long.toString(System.nanoTime(), Character.MAX_RADIX) + "-";

    Crowd(EventLoop loop, ServerProcess server, Dialect dialect, int roomSize) {
        this.loop = loop;
        this.server = server;
        this.dialect = dialect;
        this.roomSize = roomSize;
    }

    /** Lets more rooms fill, and returns when everybody has been let in. */
    void join(int rooms, int atOnce) throws IOException {
        int wanted = clients.size() + rooms * roomSize;
        EventLoop.Task pings = pings();
        while (clients.size() < wanted) {
            int before = clients.size();
            while (clients.size() < wanted && clients.size() < before + atOnce) {
                clients.add(connect(clients.size(), 0));
            }
            if (clients.size() < wanted) {
                awaitJoined(clients.size() - atOnce / 2, pings);
            }
        }
        awaitJoined(wanted, pings);
    }

    private void awaitJoined(int count, EventLoop.Task pings) throws IOException {
        int[] next = {0};
        loop.runUntil(
                () -> {
                    while (next[0] < count && clients.get(next[0]).joined) {
                        next[0]++;
                    }
                    return next[0] >= count;
                },
                "everybody let in",
                JOIN_LIMIT,
                pings);
    }

    /** One more connection, whose receive buffer has so many bytes; 0 for the system's choice. */
    Client connect(int index, int receiveBuffer) throws IOException {
        String room = roomPrefix + index / roomSize;
        return new Client(
                loop, server.port(), server.path() + dialect.request(room, index), index, receiveBuffer, this);
    }

    /** In place of one that has lost its connection. */
    void replace(int index, int receiveBuffer) throws IOException {
        clients.set(index, connect(index, receiveBuffer));
    }

    List<Client> clients() {
        return Collections.unmodifiableList(clients);
    }

    int roomSize() {
        return roomSize;
    }

    Dialect dialect() {
        return dialect;
    }

    EventLoop loop() {
        return loop;
    }

    /** The next one in the same room, round and round. */
    Client neighbour(Client client) {
        int room = client.index / roomSize;
        return clients.get(room * roomSize + (client.index + 1) % roomSize);
    }

    /** From now on these are told of all that comes with a stamp. */
    void tell(Deliveries listener) {
        deliveries = listener;
    }

    /** How many connections have been lost since the crowd came. */
    int lost() {
        return lost;
    }

    /** Pings as all idle clients do, evenly spread. */
    EventLoop.Task pings() {
        if (dialect.ping() == null) {
            return EventLoop.NOTHING;
        }
        byte[] ping = Client.textFrame(dialect.ping());
        long[] due = {System.nanoTime()};
        int[] next = {0};
        return now -> {
            if (clients.isEmpty()) {
                due[0] = now;
            }
            while (due[0] <= now && !clients.isEmpty()) {
                clients.get(next[0] % clients.size()).send(ping);
                next[0]++;
                due[0] += Duration.ofSeconds(PING_SECONDS).toNanos() / clients.size();
            }
            return due[0] - now;
        };
    }

    @Override
    public void opened(Client client) {
        dialect.opened(client);
    }

    @Override
    public void received(Client client, byte[] bytes, int begin, int length) {
        int stamp = Stamp.find(bytes, begin, length);
        if (stamp >= 0) {
            deliveries.delivered(client, Stamp.sender(bytes, stamp), Stamp.time(bytes, stamp));
        } else {
            dialect.received(client, new String(bytes, begin, length, StandardCharsets.UTF_8));
        }
    }

    @Override
    public void closed(Client client) {
        if (!leaving) {
            lost++;
        }
    }

    /** Everybody leaves, and the server has noticed. */
    @Override
    public void close() throws IOException {
        leaving = true;
        tell((to, sender, time) -> {});
        clients.forEach(Client::leave);
        loop.runUntil(
                () -> clients.stream().allMatch(Client::isClosed), "everybody gone", LEAVE_LIMIT, EventLoop.NOTHING);
        clients.clear();
    }
}
