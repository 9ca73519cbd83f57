package org.visavis.bench;

import static org.visavis.bench.Contender.NODE_WS;
import static org.visavis.bench.Contender.PEER_SERVER;
import static org.visavis.bench.Contender.REBROADCAST;
import static org.visavis.bench.Contender.VISAVIS;

import java.io.IOException;
import java.util.List;

/** How many messages a server passes on when everyone always has one on its way, and what each costs it. */
final class Throughput implements Scenario {
    private static final String NAME = "throughput";

    /** Alike for rooms of all sizes, so that as many messages are under way. */
    private static final int CLIENTS = 200;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        for (int roomSize : bench.extent().among(2, 10, 50)) {
            for (int bytes : new int[] {200, 5_000}) {
                for (boolean toAll : new boolean[] {false, true}) {
                    bench.rounds(
                            List.of(VISAVIS, REBROADCAST, NODE_WS, PEER_SERVER),
                            (contender, server) -> measure(bench, contender, server, roomSize, bytes, toAll));
                }
            }
        }
    }

    private static void measure(
            Bench bench, Contender contender, ServerProcess server, int roomSize, int bytes, boolean toAll)
            throws IOException {
        Dialect dialect = Bench.dialect(contender);
        boolean alwaysToAll = dialect == Dialect.BROADCAST;
        if ((dialect == Dialect.PEER && toAll) || (alwaysToAll && !toAll && roomSize > 2)) {
            return; // what the server cannot do
        }
        int rooms = bench.extent().of(CLIENTS) / roomSize;
        try (EventLoop loop = new EventLoop();
                Crowd crowd = new Crowd(loop, server, dialect, roomSize)) {
            crowd.join(Math.max(1, rooms));
            Measurement measured = new Load(crowd, server, bytes, toAll || alwaysToAll)
                    .closedLoop(bench.extent().settle(), bench.extent().duration());
            String setup = "rooms of %d, %s, to %s".formatted(roomSize, size(bytes), toAll ? "all" : "one");
            Results results = bench.results();
            results.add(NAME, setup, contender.title(), "messages/s", measured.rate());
            results.add(NAME, setup, contender.title(), "CPU µs/message", measured.microsPerMessage());
            results.add(NAME, setup, contender.title(), "generator CPU %", measured.generatorPercent());
            results.add(NAME, setup, contender.title(), "pauses ms", measured.pauseSum());
            results.add(NAME, setup, contender.title(), "longest pause ms", measured.longestPause());
        }
    }

    static String size(int bytes) {
        return bytes < 1_000 ? bytes + " B" : bytes / 1_000 + " KB";
    }
}
