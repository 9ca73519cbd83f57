package org.visavis.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.PlaywrightException;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.visavis.browser.Browsers;
import org.visavis.browser.Equipment;

/**
 * Where the servers stand beside one another: starts each when it is first asked for and keeps it, so that all have warmed
 * up alike, and writes down what is measured. One that cannot be started is missing, and is said to be.
 */
final class Bench implements AutoCloseable {
    /**
     * How much of everything.
     *
     * @param faces how often somebody joins in a browser
     * @param others how many are there before, in each kind of call
     * @param rest how long people look at themselves before they press Join
     * @param watch how long a page is watched
     * @param idle numbers of idle connections, before {@code size}
     * @param settle how long servers run before they are measured, for {@code duration}
     * @param size the part of clients and rooms
     * @param fresh whether those servers are started anew that should know nothing of what was before
     */
    record Extent(
            int rounds,
            int faces,
            List<Integer> others,
            Duration rest,
            Duration watch,
            List<Integer> idle,
            Duration settle,
            Duration duration,
            int warmUpMessages,
            double size,
            boolean fresh) {
        /** What bench/results is made of. */
        static Extent full(int rounds) {
            return new Extent(
                    rounds,
                    30,
                    List.of(1, 3),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(10),
                    List.of(100, 1_000, 5_000, 10_000, connections(20_000)),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(2),
                    1_500_000,
                    1,
                    true);
        }

        /** Enough to see that all of it works. */
        static final Extent SMOKE = new Extent(
                1,
                1,
                List.of(1),
                Duration.ZERO,
                Duration.ofMillis(200),
                List.of(100, 1_000),
                Duration.ofMillis(20),
                Duration.ofMillis(50),
                1_000,
                0.01,
                false);

        /** All of these sizes or rates; in small, the first two are enough. */
        List<Integer> among(Integer... all) {
            return List.of(all).subList(0, size < 1 ? 2 : all.length);
        }

        /** A number of clients or rooms. */
        int of(int full) {
            return Math.max(2, (int) Math.round(full * size));
        }
    }

    /** The file of the folder that {@link #save} writes. */
    static final String RESULTS = "results.json";

    /** What a server has open beside its connections: libraries, its own files, those that it has not yet closed. */
    private static final int OTHER_FILES = 500;

    /** Of a server that serves all scenarios, and ends before a second compiler would have paid off. */
    private static final List<String> SMALL_OPTIONS = Stream.concat(
                    HotSpot.MEMORY_OPTIONS.stream(), Stream.of("-XX:TieredStopAtLevel=1"))
            .toList();

    private static final int WARM_UP_ROOMS = 100;
    private static final int WARM_UP_BYTES = 1_000;

    private final Path folder;
    private final Extent extent;
    private final Results results;
    private final Map<Contender, ServerProcess> running = new EnumMap<>(Contender.class);
    private final Set<Contender> warm = EnumSet.noneOf(Contender.class);
    private Browsers browsers;

    /** @param folder takes the results, and what the servers write */
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

    /** Keeps what has been measured so far, for {@link Report}, whatever becomes of the rest. */
    void save() throws IOException {
        results.save(folder.resolve(RESULTS));
    }

    /** In each round, one server after the other: whatever slows the machine down meanwhile slows them all down. */
    void rounds(List<Contender> contenders, Step step) throws IOException, InterruptedException {
        for (int round = 0; round < extent.rounds; round++) {
            for (Contender contender : contenders) {
                try {
                    step.measure(contender, server(contender));
                } catch (MissingContender e) {
                    results.missing(contender.title(), e.getMessage());
                }
            }
            save();
        }
    }

    /** As {@link #rounds}, but each time with a server just started, with these options of its JVM; not so in small. */
    void freshRounds(List<Contender> contenders, List<String> jvmOptions, Step step)
            throws IOException, InterruptedException {
        if (!extent.fresh) {
            rounds(contenders, step);
            return;
        }
        for (int round = 0; round < extent.rounds; round++) {
            for (Contender contender : contenders) {
                try (ServerProcess server = contender.start(freshFolder(), jvmOptions)) {
                    results.fact(contender.title(), server.version());
                    step.measure(contender, server);
                } catch (MissingContender e) {
                    results.missing(contender.title(), e.getMessage());
                }
            }
            save();
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
            case VISAVIS, VISAVIS_TLS, STOCK_TOMCAT, NODE_WS, NODE_WS_TLS -> Dialect.SIGNALING;
            case REBROADCAST -> Dialect.BROADCAST;
            case PEER_SERVER -> Dialect.PEER;
        };
    }

    /** One that has warmed up, and runs until the end. In small, all are begun together: none need be alone. */
    ServerProcess server(Contender contender) throws IOException, InterruptedException, MissingContender {
        if (!extent.fresh && running.isEmpty()) beginAll();
        begin(contender);
        ServerProcess server = running.get(contender);
        if (!warm.contains(contender)) {
            server.awaitReady();
            results.fact(contender.title(), server.version());
            warmUp(contender, server);
            warm.add(contender);
        }
        return server;
    }

    private void beginAll() throws IOException, InterruptedException {
        for (Contender contender : Contender.values()) {
            try {
                begin(contender);
            } catch (MissingContender unsaid) {
                // It is said when it is asked for.
            }
        }
    }

    private void begin(Contender contender) throws IOException, InterruptedException, MissingContender {
        if (!running.containsKey(contender)) {
            List<String> jvmOptions = extent.fresh ? List.of() : SMALL_OPTIONS;
            running.put(contender, contender.begin(freshFolder(), jvmOptions));
        }
    }

    /** Passes on so many messages that what comes then runs as it does after an hour: the JVM compiles while it runs. */
    void warmUp(Contender contender, ServerProcess server) throws IOException {
        try (EventLoop loop = new EventLoop();
                Crowd crowd = new Crowd(loop, server, dialect(contender), 2)) {
            crowd.join(extent.of(WARM_UP_ROOMS));
            new Load(crowd, server, WARM_UP_BYTES, dialect(contender) == Dialect.BROADCAST)
                    .warmUp(extent.warmUpMessages);
        }
    }

    /** One with a camera and a microphone; in small, the same each time, whose camera is slow. */
    Browser browser() {
        if (extent.fresh) closeBrowsers();
        if (browsers == null) browsers = new Browsers();
        return browsers.with(extent.fresh ? Equipment.COMPLETE : Equipment.FRUGAL);
    }

    private void closeBrowsers() {
        try {
            if (browsers != null) browsers.close();
        } catch (PlaywrightException dead) {
            // What has gone with a failure needs no end.
        } finally {
            browsers = null;
        }
    }

    private Path freshFolder() throws IOException {
        return Files.createTempDirectory(folder, "server-");
    }

    /** What is asked for afterwards is started anew. */
    @Override
    public void close() {
        running.values().forEach(ServerProcess::close);
        running.clear();
        warm.clear();
        closeBrowsers();
    }
}
