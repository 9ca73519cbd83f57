package org.visavis.bench;

import static org.visavis.bench.Contender.NODE_WS;
import static org.visavis.bench.Contender.PEER_SERVER;
import static org.visavis.bench.Contender.REBROADCAST;
import static org.visavis.bench.Contender.VISAVIS;

import java.io.IOException;
import java.util.List;

/** How long a message takes to the other one in a room of two, at rates that all servers bear. */
final class Latency implements Scenario {
    private static final String NAME = "latency";
    private static final int ROOMS = 100;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        for (int rate : bench.extent().among(1_000, 5_000, 10_000)) {
            measure(bench, 200, rate);
        }
        measure(bench, 5_000, 2_000);
    }

    private static void measure(Bench bench, int bytes, int rate) throws IOException, InterruptedException {
        String setup = "%s, %,d/s".formatted(Throughput.size(bytes), rate);
        bench.rounds(List.of(VISAVIS, REBROADCAST, NODE_WS, PEER_SERVER), (contender, server) -> {
            try (EventLoop loop = new EventLoop();
                    Crowd crowd = new Crowd(loop, server, Bench.dialect(contender), 2)) {
                crowd.join(bench.extent().of(ROOMS));
                Measurement measured = new Load(crowd, server, bytes, Bench.dialect(contender) == Dialect.BROADCAST)
                        .openLoop(
                                rate,
                                bench.extent().settle(),
                                bench.extent().duration(),
                                EventLoop.NOTHING,
                                client -> true);
                addLatencies(bench.results(), NAME, setup, contender, measured);
                bench.results().add(NAME, setup, contender.title(), "CPU µs/message", measured.microsPerMessage());
                bench.results().add(NAME, setup, contender.title(), "generator CPU %", measured.generatorPercent());
            }
        });
    }

    static void addLatencies(
            Results results, String scenario, String setup, Contender contender, Measurement measured) {
        for (double percentile : new double[] {50, 99, 99.9}) {
            String metric = "p" + (percentile == 99.9 ? "99.9" : (int) percentile) + " µs";
            results.add(scenario, setup, contender.title(), metric, (double)
                    measured.latency().getValueAtPercentile(percentile));
        }
    }
}
