package org.visavis.bench;

import static org.visavis.bench.Contender.NODE_WS;
import static org.visavis.bench.Contender.VISAVIS;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Whether those who read slowly harm the others: in rooms of ten, with messages to all, two of each ten take a little only
 * now and then. The server gives them up sooner or later; they come back and are slow again.
 */
final class SlowReaders implements Scenario {
    private static final String NAME = "slow";
    private static final int ROOM_SIZE = 10;
    private static final int ROOMS = 2;
    private static final int SLOW_OF_TEN = 2;
    private static final int BYTES = 5_000;
    private static final int RATE = 300;

    /** So many times as long as elsewhere: until all buffers on the way to the slow ones are full, some 4 MB each. */
    private static final int SETTLE = 16;

    /**
     * So many times as long as elsewhere, in which several are given up. One message in a hundred is late, mostly because the
     * machine does something else, twice a second or so: a few seconds have too few of those to compare.
     */
    private static final int DURATION = 12;

    /**
     * Three messages, of more than a hundred that come in the meantime. Whoever took 256 KiB at once, as the loop can, would let
     * the server send some fifty at a stroke.
     */
    private static final int READ_BYTES = 16_384;

    private static final long READ_EVERY = 1_000_000_000;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        Set<Contender> warm = EnumSet.noneOf(Contender.class);
        bench.rounds(List.of(VISAVIS, NODE_WS), (contender, server) -> {
            if (warm.add(contender)) {
                talk(bench, contender, server, true); // what only slow readers need has not been compiled yet
            }
            measure(bench, contender, server, false);
            measure(bench, contender, server, true);
        });
    }

    private static void measure(Bench bench, Contender contender, ServerProcess server, boolean withSlow)
            throws IOException {
        Talk talk = talk(bench, contender, server, withSlow);
        String setup = withSlow ? "a fifth slow" : "nobody slow";
        Latency.addLatencies(bench.results(), NAME, setup, contender, talk.measured);
        bench.results().add(NAME, setup, contender.title(), "given up", talk.lost);
    }

    /** @param lost how many were given up */
    private record Talk(Measurement measured, int lost) {}

    private static Talk talk(Bench bench, Contender contender, ServerProcess server, boolean withSlow)
            throws IOException {
        try (EventLoop loop = new EventLoop();
                Crowd crowd = new Crowd(loop, server, Bench.dialect(contender), ROOM_SIZE)) {
            crowd.join(Math.max(1, bench.extent().of(ROOMS)));
            EventLoop.Task aside = withSlow ? slowDown(crowd) : EventLoop.NOTHING;
            Measurement measured = new Load(crowd, server, BYTES, true)
                    .openLoop(
                            RATE,
                            bench.extent().settle().multipliedBy(SETTLE),
                            bench.extent().duration().multipliedBy(DURATION),
                            aside,
                            client -> !isSlow(client));
            return new Talk(measured, crowd.lost());
        }
    }

    private static boolean isSlow(Client client) {
        return client.index % ROOM_SIZE < SLOW_OF_TEN;
    }

    /** Lets the slow ones read once, one after the other; brings back those that were given up. */
    private static EventLoop.Task slowDown(Crowd crowd) {
        List<Integer> slow = crowd.clients().stream()
                .filter(SlowReaders::isSlow)
                .map(client -> client.index)
                .toList();
        slow.forEach(index -> crowd.clients().get(index).reading(false));
        long[] due = {System.nanoTime(), 0};
        return now -> {
            while (due[0] <= now) {
                Client next = crowd.clients().get(slow.get((int) (due[1]++ % slow.size())));
                if (next.isClosed()) {
                    crowd.replace(next.index);
                } else if (next.joined) {
                    next.reading(false);
                    next.readOnce(READ_BYTES);
                }
                due[0] += READ_EVERY / slow.size();
            }
            return due[0] - now;
        };
    }
}
