package org.visavis.bench;

import static org.visavis.bench.Contender.NODE_WS;
import static org.visavis.bench.Contender.REBROADCAST;
import static org.visavis.bench.Contender.VISAVIS;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * Whether a message costs more where there are more rooms: the same load, spread over ever more of them. With each come two
 * connections; so at last there are as many as with the most rooms, in few that are large.
 */
final class ManyRooms implements Scenario {
    private static final String NAME = "rooms";
    private static final int BYTES = 200;

    /** So that 20,000 clients are heard of at least every four seconds, and none need ping. */
    private static final int RATE = 5_000;

    /** So many times as long as elsewhere: joins have the JVM compile and collect, which is not what messages cost. */
    private static final int SETTLE = 4;

    /** As large as a room of Visavis can be. */
    private static final int LARGE = 100;

    /** How the name of their setup ends. */
    static final String OF_LARGE = " of " + LARGE;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        int most = Bench.connections(20_000) / 2;
        bench.rounds(List.of(VISAVIS, REBROADCAST, NODE_WS), (contender, server) -> {
            Dialect dialect = Bench.dialect(contender);
            try (EventLoop loop = new EventLoop()) {
                try (Crowd crowd = new Crowd(loop, server, dialect, 2)) {
                    for (int rooms : bench.extent().among(10, 100, 1_000, most)) {
                        crowd.join(bench.extent().of(rooms) - crowd.clients().size() / 2);
                        measure(bench, contender, server, crowd, count(rooms));
                    }
                }
                if (dialect == Dialect.BROADCAST) return; // it cannot speak to one of many
                try (Crowd crowd = new Crowd(loop, server, dialect, LARGE)) {
                    int rooms = 2 * most / LARGE;
                    crowd.join(bench.extent().of(rooms));
                    measure(bench, contender, server, crowd, count(rooms) + OF_LARGE);
                }
            }
        });
    }

    private static String count(int rooms) {
        return String.format(Locale.ROOT, "%,d", rooms);
    }

    private static void measure(Bench bench, Contender contender, ServerProcess server, Crowd crowd, String setup)
            throws IOException {
        Measurement measured = new Load(crowd, server, BYTES, crowd.dialect() == Dialect.BROADCAST)
                .openLoop(
                        RATE,
                        bench.extent().settle().multipliedBy(SETTLE),
                        bench.extent().duration(),
                        EventLoop.NOTHING,
                        client -> true);
        bench.results().add(NAME, setup, contender.title(), "CPU µs/message", measured.microsPerMessage());
        Latency.addLatencies(bench.results(), NAME, setup, contender, measured);
    }
}
