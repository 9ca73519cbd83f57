package org.visavis.bench;

import static org.visavis.bench.Contender.NODE_WS;
import static org.visavis.bench.Contender.PEER_SERVER;
import static org.visavis.bench.Contender.REBROADCAST;
import static org.visavis.bench.Contender.STOCK_TOMCAT;
import static org.visavis.bench.Contender.VISAVIS;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What somebody costs who is in a room and says nothing. */
final class Idle implements Scenario {
    private static final String NAME = "idle";
    private static final double KB = 1_000;
    private static final int FIRST_ROOMS = 50;

    /** What a Tomcat with its own server.xml lets in, less those that are still on their way out. */
    private static final int TOMCATS_CONNECTIONS = 8_000;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        bench.freshRounds(
                List.of(VISAVIS, STOCK_TOMCAT, REBROADCAST, NODE_WS, PEER_SERVER),
                HotSpot.MEMORY_OPTIONS,
                (contender, server) -> measure(bench, contender, server));
    }

    private static void measure(Bench bench, Contender contender, ServerProcess server)
            throws IOException, InterruptedException {
        Dialect dialect = Bench.dialect(contender);
        try (EventLoop loop = new EventLoop();
                Crowd first = new Crowd(loop, server, dialect, 2)) {
            first.join(bench.extent().of(FIRST_ROOMS)); // has the server load its classes
        }
        Memory before = server.memory();
        try (EventLoop loop = new EventLoop();
                Crowd crowd = new Crowd(loop, server, dialect, 2)) {
            for (int clients : bench.extent().idle()) {
                if (contender == STOCK_TOMCAT && clients > TOMCATS_CONNECTIONS) {
                    return;
                }
                int wanted = bench.extent().of(clients / 2);
                crowd.join(wanted - crowd.clients().size() / 2);
                loop.runFor(bench.extent().settle(), crowd.pings());
                Memory after = server.memory();
                double each = 1 / KB / crowd.clients().size();
                double heap = (after.heapBytes() - before.heapBytes()) * each;
                double beside = (after.nativeBytes() - before.nativeBytes()) * each;
                String setup = String.format(Locale.ROOT, "%,d", clients);
                Results results = bench.results();
                results.add(NAME, setup, contender.title(), "heap KB", heap);
                results.add(NAME, setup, contender.title(), "native KB", beside);
                results.add(NAME, setup, contender.title(), "heap + native KB", heap + beside);
                results.add(
                        NAME,
                        setup,
                        contender.title(),
                        "resident KB",
                        (after.residentBytes() - before.residentBytes()) * each);
            }
        }
    }
}
