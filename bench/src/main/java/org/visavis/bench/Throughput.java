package org.visavis.bench;

import static org.visavis.bench.Contender.NODE_WS;
import static org.visavis.bench.Contender.NODE_WS_TLS;
import static org.visavis.bench.Contender.PEER_SERVER;
import static org.visavis.bench.Contender.REBROADCAST;
import static org.visavis.bench.Contender.VISAVIS;
import static org.visavis.bench.Contender.VISAVIS_TLS;

import java.io.IOException;
import java.util.List;

/** How many messages a server passes on when everyone always has one on its way, and what each costs it. */
final class Throughput implements Scenario {
    private static final String NAME = "throughput";

    /** Alike for rooms of all sizes, so that as many messages are under way. */
    private static final int CLIENTS = 200;

    /** Where so little is said at a time that threads fall asleep in between. */
    private static final int FEW_CLIENTS = 10;

    private static final int SHORT = 200;
    private static final int LONG = 5_000;

    /**
     * One setup.
     *
     * @param prefix what the name of it begins with
     * @param bytes of each message
     */
    private record Talk(String prefix, int clients, int roomSize, int bytes, boolean toAll) {
        @Override
        public String toString() {
            return "%srooms of %d, %s, to %s".formatted(prefix, roomSize, size(bytes), toAll ? "all" : "one");
        }
    }

    private static final List<Talk> OVER_TLS = List.of(
            new Talk("TLS, ", CLIENTS, 2, SHORT, false),
            new Talk("TLS, " + FEW_CLIENTS / 2 + " ", FEW_CLIENTS, 2, SHORT, false));

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        for (int roomSize : bench.extent().among(2, 10, 50)) {
            for (int bytes : new int[] {SHORT, LONG}) {
                for (boolean toAll : new boolean[] {false, true}) {
                    Talk talk = new Talk("", CLIENTS, roomSize, bytes, toAll);
                    measure(bench, List.of(VISAVIS, REBROADCAST, NODE_WS, PEER_SERVER), talk);
                }
            }
        }
        for (Talk talk : OVER_TLS) {
            measure(bench, List.of(VISAVIS_TLS, NODE_WS_TLS), talk);
        }
    }

    private static void measure(Bench bench, List<Contender> contenders, Talk talk)
            throws IOException, InterruptedException {
        bench.rounds(contenders, (contender, server) -> measure(bench, contender, server, talk));
    }

    private static void measure(Bench bench, Contender contender, ServerProcess server, Talk talk) throws IOException {
        Dialect dialect = Bench.dialect(contender);
        boolean alwaysToAll = dialect == Dialect.BROADCAST;
        if ((dialect == Dialect.PEER && talk.toAll) || (alwaysToAll && !talk.toAll && talk.roomSize > 2)) {
            return; // what the server cannot do
        }
        int rooms = bench.extent().of(talk.clients) / talk.roomSize;
        try (EventLoop loop = new EventLoop();
                Crowd crowd = new Crowd(loop, server, dialect, talk.roomSize)) {
            crowd.join(Math.max(1, rooms));
            Measurement measured = new Load(crowd, server, talk.bytes, talk.toAll || alwaysToAll)
                    .closedLoop(bench.extent().settle(), bench.extent().duration());
            String setup = talk.toString();
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
