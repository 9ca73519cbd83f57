package org.visavis.bench;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where the servers stand beside one another: starts each when it is first asked for and keeps it, so that all have warmed
 * up alike, and writes down what is measured. One that cannot be started is missing, and is said to be.
 */
final class Bench implements AutoCloseable {
    /** How much of everything; {@code faces} is how often somebody joins in a browser, {@code watch} how long a page is watched. */
    record Extent(
            int rounds,
            int faces,
            Duration watch,
            Duration settle,
            Duration duration,
            int warmUpMessages,
            double size) {
        /** What docs/performance.md is made of. */
        static Extent full(int rounds) {
            return new Extent(
                    rounds, 30, Duration.ofSeconds(10), Duration.ofMillis(500), Duration.ofSeconds(2), 400_000, 1);
        }

        /** Enough to see that all of it works. */
        static final Extent SMOKE =
                new Extent(1, 1, Duration.ofSeconds(1), Duration.ofMillis(50), Duration.ofMillis(200), 1_000, 0.01);

        /** A number of clients or rooms. */
        int of(int full) {
            return Math.max(2, (int) Math.round(full * size));
        }
    }

    /** What a server has open beside its connections: libraries, its own files, those that it has not yet closed. */
    private static final int OTHER_FILES = 500;

    private static final int WARM_UP_ROOMS = 100;
    private static final int WARM_UP_BYTES = 1_000;

    private final Path folder;
    private final Extent extent;
    private final Results results;
    private final Map<Contender, ServerProcess> running = new EnumMap<>(Contender.class);

    /** @param folder takes what the servers write */
    Bench(Path folder, Extent extent, Results results) {
        this.folder = folder;
        this.extent = extent;
        this.results = results;
    }

    Extent extent() {
        return extent;
    }

    Results results() {
        return results;
    }

    /** One measured step with one server. */
    interface Step {
        void measure(Contender contender, ServerProcess server) throws IOException, InterruptedException;
    }

    /** In each round, one server after the other: whatever slows the machine down meanwhile slows them all down. */
    void rounds(List<Contender> contenders, Step step) throws IOException, InterruptedException {
        for (int round = 0; round < extent.rounds; round++) {
            for (Contender contender : contenders) {
                ServerProcess server = warm(contender);
                if (server != null) {
                    step.measure(contender, server);
                }
            }
        }
    }

    /** As {@link #rounds}, but each time with a server just started, with these options of its JVM. */
    void freshRounds(List<Contender> contenders, List<String> jvmOptions, Step step)
            throws IOException, InterruptedException {
        for (int round = 0; round < extent.rounds; round++) {
            for (Contender contender : contenders) {
                try (ServerProcess server = contender.start(freshFolder(), jvmOptions)) {
                    step.measure(contender, server);
                } catch (MissingContender e) {
                    results.missing(contender.title(), e.getMessage());
                }
            }
        }
    }

    /**
     * So many, or fewer where the system lets no process open so many files: a connection is one, here and at the server.
     */
    static int connections(int wanted) {
        long most = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount() - OTHER_FILES
                : Long.MAX_VALUE;
        return most >= wanted ? wanted : (int) (most - most % 1_000);
    }

    /** How its clients speak. */
    static Dialect dialect(Contender contender) {
        return switch (contender) {
            case VISAVIS, STOCK_TOMCAT, NODE_WS -> Dialect.SIGNALING;
            case REBROADCAST -> Dialect.BROADCAST;
            case PEER_SERVER -> Dialect.PEER;
        };
    }

    private ServerProcess warm(Contender contender) throws IOException, InterruptedException {
        if (!running.containsKey(contender)) {
            running.put(contender, started(contender));
        }
        return running.get(contender);
    }

    /** Null if it cannot be. */
    private ServerProcess started(Contender contender) throws IOException, InterruptedException {
        try {
            ServerProcess server = contender.start(freshFolder(), List.of());
            results.fact(contender.title(), server.version());
            warmUp(contender, server);
            return server;
        } catch (MissingContender e) {
            results.missing(contender.title(), e.getMessage());
            return null;
        }
    }

    private void warmUp(Contender contender, ServerProcess server) throws IOException {
        try (EventLoop loop = new EventLoop();
                Crowd crowd = new Crowd(loop, server, dialect(contender), 2)) {
            crowd.join(extent.of(WARM_UP_ROOMS), extent.of(WARM_UP_ROOMS));
            new Load(crowd, server, WARM_UP_BYTES, dialect(contender) == Dialect.BROADCAST)
                    .warmUp(extent.warmUpMessages);
        }
    }

    /** For the next server. */
    Path freshFolder() throws IOException {
        return Files.createTempDirectory(folder, "server-");
    }

    @Override
    public void close() {
        running.values().forEach(server -> {
            if (server != null) {
                server.close();
            }
        });
    }
}
