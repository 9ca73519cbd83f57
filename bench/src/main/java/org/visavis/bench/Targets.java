package org.visavis.bench;

import static org.visavis.bench.Target.Relation.AT_LEAST;
import static org.visavis.bench.Target.Relation.AT_MOST;
import static org.visavis.bench.Target.Relation.LESS_THAN;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What Visavis promises of its speed. Most are ratios, round by round of the same run: they say something on any machine,
 * where times say something on one.
 */
final class Targets {
    static final String VISAVIS = "Visavis, java -jar";
    static final String STOCK_TOMCAT = "Visavis in stock Tomcat";
    static final String REBROADCAST = "Tomcat, plain rebroadcast";
    static final String NODE_WS = "Node ws relay";

    /** In the scenario of the first picture, where pages are compared and not servers. */
    static final String VISAVIS_PAGE = "Visavis";

    static final String PEERJS_PAGE = "PeerJS";

    private static final String PAIRS = "rooms of 2, 200 B, to one";
    private static final String CPU = "CPU µs/message";
    private static final Pattern COUNT = Pattern.compile("[\\d,]+");

    static final List<Target> ALL = Stream.of(server(), latency(), scale(), face())
            .flatMap(List::stream)
            .toList();

    private Targets() {}

    /** @param earlier the table of before: what of it is not of these results stays */
    static String table(Results results, String earlier) {
        Table table = new Table(1, List.of("Target", "Bound", "Measured", "Outcome"));
        for (Target target : ALL) {
            List<String> promise = List.of(target.sentence(), target.limit());
            if (results.scenarios().contains(target.scenario()) || !table.keep(promise, earlier)) {
                String measured =
                        target.measured().apply(results).map(Table::cell).orElse("–");
                table.row(List.of(
                        target.sentence(),
                        target.limit(),
                        measured,
                        target.outcome(results).toString()));
            }
        }
        return table.toString();
    }

    private static List<Target> server() {
        Series cpu = new Series("throughput", PAIRS, VISAVIS, CPU);
        Series secret = new Series("throughput", "TLS, " + PAIRS, VISAVIS, CPU);
        Series description = new Series("throughput", "rooms of 2, 5 KB, to one", VISAVIS, CPU);
        Series messages = new Series("throughput", PAIRS, VISAVIS, "messages/s");
        return List.of(
                ratio(
                        "CPU of the server for a message, by that of the Node ws relay",
                        cpu,
                        of(cpu, NODE_WS),
                        AT_MOST,
                        0.75),
                ratio("The same over TLS, against Node over TLS", secret, of(secret, NODE_WS), AT_MOST, 0.7),
                ratio(
                        "The same in the clear for a message of 5 KB, of which a call sends a few",
                        description,
                        of(description, NODE_WS),
                        AT_MOST,
                        2),
                ratio(
                        "CPU of the server for a message, by that of a plain rebroadcast in Tomcat",
                        cpu,
                        of(cpu, REBROADCAST),
                        AT_MOST,
                        1.15),
                ratio(
                        "Messages a second, by those of the Node ws relay",
                        messages,
                        of(messages, NODE_WS),
                        AT_LEAST,
                        2));
    }

    private static List<Target> latency() {
        List<Target> targets = new ArrayList<>();
        for (String setup : List.of("200 B, 1,000/s", "200 B, 5,000/s", "200 B, 10,000/s", "5 KB, 2,000/s")) {
            Series p99 = new Series("latency", setup, VISAVIS, "p99 µs");
            String sentence = "Latency at p99, by that of the Node ws relay: " + setup;
            targets.add(ratio(sentence, p99, of(p99, NODE_WS), LESS_THAN, 1));
        }
        Series slow = new Series("slow", "a fifth slow", VISAVIS, "p99 µs");
        Series nobody = new Series("slow", "nobody slow", VISAVIS, "p99 µs");
        targets.add(ratio(
                "Latency at p99 when a fifth reads slowly, by that when nobody does", slow, nobody, LESS_THAN, 1.1));
        return targets;
    }

    private static List<Target> scale() {
        String memory = "heap + native KB";
        return List.of(
                new Target(
                        "rooms",
                        "CPU of the server for a message with the most rooms, 10,000 if files allow it, by that with 10",
                        results -> spread(results.ratios(mostRooms(results), rooms("10"))),
                        AT_MOST,
                        1.1),
                new Target(
                        "rooms",
                        "The same by that in rooms of 100, with as many connections in a fiftieth of the rooms",
                        results -> spread(results.ratios(mostRooms(results), largeRooms(results))),
                        AT_MOST,
                        1.1),
                value(
                        "KB for each of 10,000 idle connections, java -jar",
                        new Series("idle", "10,000", VISAVIS, memory),
                        AT_MOST,
                        25),
                value(
                        "KB for each of 5,000 idle connections, in stock Tomcat, which takes 8,192",
                        new Series("idle", "5,000", STOCK_TOMCAT, memory),
                        AT_MOST,
                        50),
                value(
                        "% of a core for the pings of 15,000 in a heap of 512 MB",
                        new Series("pings", "15,000 in a 512 MB heap", VISAVIS, "core %"), LESS_THAN, 15),
                value(
                        "Seconds until 5,000 who come at once have joined",
                        new Series("joins", "5,000", VISAVIS, "seconds"),
                        AT_MOST,
                        3));
    }

    private static List<Target> face() {
        List<Target> targets = new ArrayList<>();
        for (String setup : List.of("second of two", "fourth of four")) {
            targets.add(joins(setup, "p50", Spread::median));
            targets.add(joins(setup, "p95", spread -> spread.quantile(0.95)));
        }
        targets.add(value(
                "Milliseconds from the click to the first picture at p50, second of two",
                new Series("face", "second of two", VISAVIS_PAGE, "first picture ms"),
                AT_MOST,
                300));
        return targets;
    }

    private static Series of(Series series, String contender) {
        return new Series(series.scenario(), series.setup(), contender, series.metric());
    }

    private static Target ratio(String sentence, Series one, Series other, Target.Relation relation, double bound) {
        return new Target(one.scenario(), sentence, results -> spread(results.ratios(one, other)), relation, bound);
    }

    private static Optional<Spread> spread(double[] ratios) {
        return ratios.length == 0 ? Optional.empty() : Optional.of(new Spread(ratios));
    }

    /** With the most rooms: how many there were depends on how many files the system lets a process open. */
    private static Series mostRooms(Results results) {
        return rooms(roomSetups(results)
                .filter(setup -> COUNT.matcher(setup).matches())
                .max(Comparator.comparingInt(setup -> Integer.parseInt(setup.replace(",", ""))))
                .orElse(""));
    }

    /** With as many connections in few rooms. */
    private static Series largeRooms(Results results) {
        return rooms(roomSetups(results)
                .filter(setup -> setup.endsWith(ManyRooms.OF_LARGE))
                .findFirst()
                .orElse(""));
    }

    private static Series rooms(String setup) {
        return new Series("rooms", setup, VISAVIS, CPU);
    }

    private static Stream<String> roomSetups(Results results) {
        return results.series("rooms").stream().map(Series::setup);
    }

    private static Target value(String sentence, Series series, Target.Relation relation, double bound) {
        return new Target(series.scenario(), sentence, results -> results.spread(series), relation, bound);
    }

    /** Joins are single and not in pairs: the quantile of all of the one by that of all of the other. */
    private static Target joins(String setup, String name, ToDoubleFunction<Spread> quantile) {
        Series visavis = new Series("face", setup, VISAVIS_PAGE, "first picture ms");
        return new Target(
                visavis.scenario(),
                "Time from the click to the first picture at " + name + ", by that of PeerJS: " + setup,
                results -> results.spread(visavis)
                        .flatMap(one -> results.spread(of(visavis, PEERJS_PAGE))
                                .map(other -> new Spread(quantile.applyAsDouble(one) / quantile.applyAsDouble(other)))),
                LESS_THAN,
                1);
    }
}
