package org.visavis.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Lets a crowd talk and measures what that costs the server. Closed loop: everyone sends the next message as soon as all
 * have got the last one, which finds out how many a server can pass on. Open loop: messages are sent at times fixed
 * beforehand, whatever the server does, and the time each takes is counted from then, so that a server which stands still
 * is charged for all that should have been sent meanwhile (no coordinated omission).
 */
final class Load {
    /** In microseconds; whoever waits longer has long given up. */
    private static final long LONGEST = Duration.ofMinutes(1).toNanos() / 1_000;

    private static final Duration WARM_UP_LIMIT = Duration.ofMinutes(10);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(20);

    private final Crowd crowd;
    private final ServerProcess server;
    private final boolean toAll;
    private final List<Client> senders;
    private final byte[][] messages;
    private final int[] stamps;
    private final int[] listeners;
    private final Histogram latency = new Histogram(LONGEST, 3);
    private long countedFrom = Long.MAX_VALUE;
    private long countedTo = Long.MAX_VALUE;
    private long deliveries;
    private long counted;
    private long expected;

    /** @param bytes of each message */
    Load(Crowd crowd, ServerProcess server, int bytes, boolean toAll) {
        this.crowd = crowd;
        this.server = server;
        this.toAll = toAll;
        senders = new ArrayList<>(crowd.clients());
        Collections.shuffle(senders, new Random(1)); // else the two of a room would speak right after each other
        messages = new byte[senders.size()][];
        stamps = new int[senders.size()];
        listeners = new int[senders.size()];
        for (Client client : senders) {
            byte[] message = crowd.dialect().message(toAll ? null : crowd.neighbour(client), bytes);
            messages[client.index] = message;
            stamps[client.index] = Stamp.find(message, 0, message.length);
        }
    }

    /** Until so many messages have come: by then the server has compiled what it needs. */
    void warmUp(int messages) throws IOException {
        startLoop();
        crowd.loop().runUntil(() -> deliveries >= messages, "a warm server", WARM_UP_LIMIT, EventLoop.NOTHING);
    }

    /** As fast as the server goes. */
    Measurement closedLoop(Duration settle, Duration duration) throws IOException {
        Meter meter = new Meter(server);
        startLoop();
        crowd.loop().runFor(settle, EventLoop.NOTHING);
        long before = deliveries;
        meter.start();
        run(duration, EventLoop.NOTHING);
        meter.stop();
        return meter.read(deliveries - before, latency);
    }

    /** For so long, and until something has come: on a busy computer, a short time can be too short for that. */
    private void run(Duration duration, EventLoop.Task task) throws IOException {
        long before = deliveries;
        crowd.loop().runFor(duration, task);
        crowd.loop().runUntil(() -> deliveries > before, "a message has come", DRAIN_LIMIT, task);
    }

    private void startLoop() {
        crowd.tell((to, sender, time) -> {
            deliveries++;
            Client from = crowd.clients().get(sender);
            if (--from.awaited == 0) {
                send(from, System.nanoTime());
            }
        });
        long start = System.nanoTime();
        senders.forEach(client -> send(client, start));
    }

    /**
     * At a fixed rate.
     *
     * @param rate messages sent per second, by all together
     * @param aside what else is done meanwhile
     * @param listens whose deliveries count
     */
    Measurement openLoop(
            double rate, Duration settle, Duration duration, EventLoop.Task aside, Predicate<Client> listens)
            throws IOException {
        crowd.tell((to, sender, time) -> {
            deliveries++;
            if (time >= countedFrom && time < countedTo && listens.test(to)) {
                counted++;
                latency.recordValue(Math.min(LONGEST, (System.nanoTime() - time) / 1_000));
            }
        });
        for (Client sender : senders) {
            Stream<Client> hearers = toAll ? crowd.others(sender) : Stream.of(crowd.neighbour(sender));
            listeners[sender.index] = (int) hearers.filter(listens).count();
        }
        Meter meter = new Meter(server);
        EventLoop.Task sending = atRate(rate, aside);
        crowd.loop().runFor(settle, sending);
        countedFrom = System.nanoTime();
        long before = deliveries;
        meter.start();
        run(duration, sending);
        countedTo = System.nanoTime();
        meter.stop();
        long within = deliveries - before;
        drain(aside);
        return meter.read(within, latency);
    }

    private EventLoop.Task atRate(double rate, EventLoop.Task aside) {
        long start = System.nanoTime();
        double interval = 1e9 / rate;
        long[] sent = {0};
        return now -> {
            long due = start + (long) (sent[0] * interval);
            while (due <= now) {
                send(senders.get((int) (sent[0] % senders.size())), due);
                sent[0]++;
                due = start + (long) (sent[0] * interval);
            }
            return Math.min(due - now, aside.run(now));
        };
    }

    /** Waits for what is still on its way, which took longest. Where clients are lost on purpose, not all comes. */
    private void drain(EventLoop.Task aside) throws IOException {
        long[] seen = {-1, 0};
        crowd.loop()
                .runUntil(
                        () -> {
                            if (counted != seen[0]) {
                                seen[0] = counted;
                                seen[1] = System.nanoTime();
                            }
                            return counted >= expected
                                    || System.nanoTime() - seen[1]
                                            > Duration.ofSeconds(1).toNanos();
                        },
                        "all that was sent has come",
                        DRAIN_LIMIT,
                        aside);
    }

    private void send(Client from, long time) {
        byte[] message = messages[from.index];
        Stamp.write(message, stamps[from.index], time, from.index);
        from.awaited = toAll ? crowd.roomSize() - 1 : 1;
        if (time >= countedFrom && !from.isClosed()) {
            expected += listeners[from.index];
        }
        from.send(message);
    }

    /**
     * Processor time of the server, and of the thread that calls it, from one moment to another. Pauses of the server are those
     * from the making to the reading: to look for them takes as long as many messages, which would all be late.
     */
    static final class Meter {
        private final ServerProcess server;
        private final int pauses;
        private double seconds;
        private double serverCpu;
        private double ownCpu;

        /** Starts, too. */
        Meter(ServerProcess server) {
            this.server = server;
            pauses = server.pauses().size();
            start();
        }

        void start() {
            seconds = -seconds();
            serverCpu = -server.cpuSeconds();
            ownCpu = -ownCpu();
        }

        void stop() {
            seconds += seconds();
            serverCpu += server.cpuSeconds();
            ownCpu += ownCpu();
        }

        Measurement read(long deliveries, Histogram latency) {
            List<Double> all = server.pauses();
            List<Double> since = List.copyOf(all.subList(Math.min(pauses, all.size()), all.size()));
            return new Measurement(deliveries, seconds, serverCpu, ownCpu, latency, since);
        }

        private static double seconds() {
            return System.nanoTime() / 1e9;
        }

        private static double ownCpu() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
        }
    }
}
