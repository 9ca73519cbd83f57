package org.visavis.bench;

import static org.visavis.bench.Contender.NODE_WS;
import static org.visavis.bench.Contender.VISAVIS;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** What very many cost who say nothing but that they are there, every five seconds, in a heap that is small for them. */
final class Pings implements Scenario {
    private static final String NAME = "pings";
    private static final String SETUP = "15,000 in a 512 MB heap";
    private static final int CLIENTS = 15_000;
    private static final double MB = 1e6;

    /** Each pings twice before, and twice while it is measured. */
    private static final Duration SETTLE = Duration.ofSeconds(2L * Crowd.PING_SECONDS);

    private static final Duration DURATION = SETTLE;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        bench.freshRounds(List.of(VISAVIS, NODE_WS), List.of("-Xmx512m"), (contender, server) -> {
            bench.warmUp(contender, server); // what it compiles first is not what pings cost
            try (EventLoop loop = new EventLoop();
                    Crowd crowd = new Crowd(loop, server, Bench.dialect(contender), 2)) {
                crowd.join(bench.extent().of(CLIENTS / 2));
                EventLoop.Task pings = crowd.pings();
                boolean smoke = bench.extent().size() < 1;
                loop.runFor(smoke ? bench.extent().settle() : SETTLE, pings);
                Load.Meter meter = new Load.Meter(server);
                loop.runFor(smoke ? bench.extent().duration() : DURATION, pings);
                meter.stop();
                Measurement measured = meter.read(0, null);
                if (crowd.lost() > 0) {
                    throw new IllegalStateException(crowd.lost() + " idle connections were lost.");
                }
                Results results = bench.results();
                results.add(NAME, SETUP, contender.title(), "core %", measured.serverPercent());
                results.add(NAME, SETUP, contender.title(), "generator CPU %", measured.generatorPercent());
                results.add(NAME, SETUP, contender.title(), "longest pause ms", measured.longestPause());
                double minutes = measured.seconds() / 60;
                results.add(NAME, SETUP, contender.title(), "pauses ms per minute", measured.pauseSum() / minutes);
                results.add(
                        NAME,
                        SETUP,
                        contender.title(),
                        "heap MB",
                        server.memory().heapBytes() / MB);
            }
        });
    }
}
