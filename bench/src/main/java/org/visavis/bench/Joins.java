package org.visavis.bench;

import static org.visavis.bench.Contender.NODE_WS;
import static org.visavis.bench.Contender.PEER_SERVER;
import static org.visavis.bench.Contender.VISAVIS;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** How long it takes until all are in their rooms when all come at once, as after a restart. */
final class Joins implements Scenario {
    private static final String NAME = "joins";
    private static final int CLIENTS = 5_000;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        bench.rounds(List.of(VISAVIS, NODE_WS, PEER_SERVER), (contender, server) -> {
            int rooms = bench.extent().of(CLIENTS / 2);
            try (EventLoop loop = new EventLoop();
                    Crowd crowd = new Crowd(loop, server, Bench.dialect(contender), 2)) {
                Load.Meter meter = new Load.Meter(server);
                crowd.join(rooms, rooms * 2);
                meter.stop();
                Measurement measured = meter.read(rooms * 2L, null);
                String setup = String.format(Locale.ROOT, "%,d", CLIENTS);
                bench.results().add(NAME, setup, contender.title(), "joins/s", measured.rate());
                bench.results().add(NAME, setup, contender.title(), "seconds", measured.seconds());
                bench.results().add(NAME, setup, contender.title(), "CPU µs/join", measured.microsPerMessage());
                bench.results().add(NAME, setup, contender.title(), "generator CPU %", measured.generatorPercent());
            }
        });
    }
}
