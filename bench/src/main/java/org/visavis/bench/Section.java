package org.visavis.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the page says of a scenario: tables with a column a contender, in the same order in all, and where it was measured. */
final class Section {
    /** Where all servers are compared: one that is missing has its column, and the reason in it. */
    private static final Set<String> COMPARED = Set.of("throughput", "latency", "idle", "joins", "rooms", "slow");
    /** Where there are many setups: a table a metric. Elsewhere all metrics share a table. */
    private static final Set<String> TABLE_A_METRIC = Set.of("throughput", "latency", "idle", "rooms");
    /** Where values are single joins, of which the slow ones count, and not rounds. */
    private static final String JOINS_ONE_BY_ONE = "face";

    private final Results results;
    private final String scenario;
    private final List<String> contenders;

    /** @param order of all contenders; those that it does not name come last */
    Section(Results results, String scenario, List<String> order) {
        this.results = results;
        this.scenario = scenario;
        Set<String> measured = distinct(Series::contender);
        Set<String> missing = results.run(scenario).missing().keySet();
        contenders = Stream.of(order, missing, measured)
                .flatMap(names -> names.stream())
                .distinct()
                .filter(name -> measured.contains(name) || (COMPARED.contains(scenario) && missing.contains(name)))
                .toList();
    }

    @Override
    public String toString() {
        return tables() + "\n" + conditions();
    }

    /** Where and with what it was measured: scenarios need not be of one run. */
    private String conditions() {
        List<String> facts = new ArrayList<>();
        results.run(scenario).facts().forEach((name, value) -> facts.add(name + ": " + value));
        results.run(scenario).missing().forEach((name, reason) -> facts.add("without " + name + ": " + reason));
        return "**Conditions.** " + Table.plain(String.join("; ", facts)) + ".\n";
    }

    private String tables() {
        return TABLE_A_METRIC.contains(scenario)
                ? distinct(Series::metric).stream()
                        .map(metric -> "**" + metric + "**\n\n" + table(metric))
                        .collect(Collectors.joining("\n"))
                : table();
    }

    private String table(String metric) {
        Table table = new Table(1, heads("Setup"));
        for (String setup : distinct(Series::setup)) {
            if (isMeasured(setup, metric)) {
                table.row(row(List.of(setup), setup, metric));
            }
        }
        return table.toString();
    }

    private String table() {
        Table table = new Table(2, heads("Setup", "Metric"));
        for (String setup : distinct(Series::setup)) {
            for (String metric : distinct(Series::metric)) {
                if (isMeasured(setup, metric)) {
                    table.row(row(List.of(setup, metric), setup, metric));
                }
            }
        }
        return table.toString();
    }

    private List<String> heads(String... names) {
        return Stream.concat(Stream.of(names), contenders.stream()).toList();
    }

    private List<String> row(List<String> names, String setup, String metric) {
        List<String> cells = new ArrayList<>(names);
        for (String contender : contenders) {
            cells.add(cell(new Series(scenario, setup, contender, metric)));
        }
        return cells;
    }

    private String cell(Series series) {
        Map<String, String> missing = results.run(scenario).missing();
        Optional<String> reason = Optional.ofNullable(missing.get(series.contender()));
        return results.spread(series)
                .map(scenario.equals(JOINS_ONE_BY_ONE) ? Section::quantiles : Table::cell)
                .or(() -> reason.map(text -> "missing: " + text))
                .orElse("–");
    }

    private static String quantiles(Spread spread) {
        return "p50 " + Table.number(spread.median()) + ", p95 " + Table.number(spread.quantile(0.95)) + " (n = "
                + spread.count() + ")";
    }

    private boolean isMeasured(String setup, String metric) {
        return results.series(scenario).stream()
                .anyMatch(series ->
                        series.setup().equals(setup) && series.metric().equals(metric));
    }

    private Set<String> distinct(Function<Series, String> part) {
        return results.series(scenario).stream().map(part).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
