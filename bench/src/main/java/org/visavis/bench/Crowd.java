package org.visavis.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Clients of one server, in rooms of one size, and what comes for them. All on the thread of the {@link EventLoop}. */
final class Crowd implements Client.Listener, AutoCloseable {
    /**
     * So many may connect at once where that is not what is measured: with those before them no more than a plain Tomcat lets
     * wait (acceptCount, 100), since the system drops the others, and answers what they send with a reset.
     */
    private static final int AT_ONCE = 64;

    /** PROTOCOL.md: asked whenever five seconds have passed without hearing anything. */
    static final int PING_SECONDS = 5;

    private static final Duration JOIN_LIMIT = Duration.ofMinutes(2);
    private static final Duration LEAVE_LIMIT = Duration.ofSeconds(30);

    /** So many of those that were not let in are described. */
    private static final int DESCRIBED = 5;

    /** A stamped message has come. */
    interface Deliveries {
        void delivered(Client to, int sender, long time);
    }

    private final EventLoop loop;
    private final Address server;
    private final Dialect dialect;
    private final int roomSize;
    private final List<Client> clients = new ArrayList<>();
    private Deliveries deliveries = (to, sender, time) -> {};
    private int lost;
    private boolean refused;
    private boolean leaving;

    /** Of rooms that only this crowd knows. */
    private final String roomPrefix = "bench-" + Long.toString(System.nanoTime(), Character.MAX_RADIX) + "-";

    Crowd(EventLoop loop, ServerProcess server, Dialect dialect, int roomSize) {
        this(loop, server.address(), dialect, roomSize);
    }

    Crowd(EventLoop loop, Address server, Dialect dialect, int roomSize) {
        this.loop = loop;
        this.server = server;
        this.dialect = dialect;
        this.roomSize = roomSize;
    }

    /** As below, no more at once than every server takes in. */
    void join(int rooms) throws IOException {
        join(rooms, AT_ONCE);
    }

    /**
     * Lets more rooms fill, and returns when everybody has been let in.
     *
     * @throws IllegalStateException if somebody is not within the limit, or loses the connection before; says who
     */
    void join(int rooms, int atOnce) throws IOException {
        int wanted = clients.size() + rooms * roomSize;
        EventLoop.Task pings = pings();
        while (clients.size() < wanted) {
            int before = clients.size();
            while (clients.size() < wanted && clients.size() < before + atOnce) {
                clients.add(connect(clients.size()));
            }
            if (clients.size() < wanted) {
                awaitJoined(clients.size() - atOnce / 2, pings);
            }
        }
        awaitJoined(wanted, pings);
    }

    private void awaitJoined(int count, EventLoop.Task pings) throws IOException {
        int[] next = {0};
        BooleanSupplier allIn = () -> {
            while (next[0] < count && clients.get(next[0]).joined) {
                next[0]++;
            }
            return refused || next[0] >= count;
        };
        try {
            loop.runUntil(allIn, "everybody let in", JOIN_LIMIT, pings);
        } catch (IllegalStateException late) {
            throw new IllegalStateException(late.getMessage() + " " + outside(), late);
        }
        if (refused) throw new IllegalStateException("The server does not let everybody in: " + outside());
    }

    /** Who has not been let in, those first who have lost their connections. */
    private String outside() {
        List<Client> outside = clients.stream().filter(client -> !client.joined).toList();
        return outside.stream()
                .sorted(Comparator.comparing(Client::isClosed).reversed())
                .limit(DESCRIBED)
                .map(Client::toString)
                .collect(
                        Collectors.joining(", ", outside.size() + " of " + clients.size() + " are not, such as ", "."));
    }

    private Client connect(int index) throws IOException {
        String room = roomPrefix + index / roomSize;
        return new Client(loop, server, dialect.request(room, index), index, this);
    }

    /** In place of one that has lost its connection. */
    void replace(int index) throws IOException {
        clients.set(index, connect(index));
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

    /** All of the same room but this one. */
    Stream<Client> others(Client client) {
        int first = client.index / roomSize * roomSize;
        return clients.subList(first, first + roomSize).stream().filter(other -> other.index != client.index);
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
            String text = new String(bytes, begin, length, StandardCharsets.UTF_8);
            dialect.received(client, text);
            if (!client.joined) client.heard = text;
        }
    }

    @Override
    public void closed(Client client) {
        if (!leaving) {
            lost++;
            refused |= !client.joined;
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
