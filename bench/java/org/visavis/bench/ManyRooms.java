package org.visavis.bench;

import static org.visavis.bench.Contender.NODE_WS;
import static org.visavis.bench.Contender.REBROADCAST;
import static org.visavis.bench.Contender.VISAVIS;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Whether a message costs more where there are more rooms: the same load, spread over ever more of them. */
final class ManyRooms implements Scenario {
    private static final String NAME = "rooms";
    private static final int BYTES = 200;

    /** So that 20,000 clients are heard of at least every four seconds, and none need ping. */
    private static final int RATE = 5_000;

    /** So many times as long as elsewhere: joins have the JVM compile and collect, which is not what messages cost. */
    private static final int SETTLE = 4;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        bench.rounds(List.of(VISAVIS, REBROADCAST, NODE_WS), (contender, server) -> {
            try (EventLoop loop = new EventLoop();
                    Crowd crowd = new Crowd(loop, server, Bench.dialect(contender), 2)) {
                for (int rooms : bench.extent().among(10, 100, 1_000, Bench.connections(20_000) / 2)) {
                    int wanted = bench.extent().of(rooms);
                    crowd.join(wanted - crowd.clients().size() / 2);
                    Measurement measured = new Load(crowd, server, BYTES, Bench.dialect(contender) == Dialect.BROADCAST)
                            .openLoop(
                                    RATE,
                                    bench.extent().settle().multipliedBy(SETTLE),
                                    bench.extent().duration(),
                                    EventLoop.NOTHING,
                                    client -> true);
                    String setup = String.format(Locale.ROOT, "%,d", rooms);
                    bench.results().add(NAME, setup, contender.title(), "CPU µs/message", measured.microsPerMessage());
                    Latency.addLatencies(bench.results(), NAME, setup, contender, measured);
                }
            }
        });
    }
}
