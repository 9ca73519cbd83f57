package org.visavis.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which plots there are, and of what. One of which nothing was measured is left out. */
final class Plots {
    /** @param title also what is told to those who cannot see it */
    record File(String name, String title, String svg) {}

    /** @param across finds in the name of a setup the number that goes across, for lines; null for bars */
    private record Chart(
            String name, String title, String scenario, String metric, Pattern across, String label, boolean log) {}

    private static final Pattern COUNT = Pattern.compile("([\\d,]+)");
    private static final Pattern RATE = Pattern.compile("200 B, ([\\d,]+)/s");

    private static final List<Chart> CHARTS = List.of(
            bars("throughput", "Messages passed on a second; more is better", "throughput", "messages/s"),
            bars("throughput-cpu", "CPU of the server for a message; less is better", "throughput", "CPU µs/message"),
            rates("latency-p50", "Half of the messages of 200 B take no longer", "p50 µs"),
            rates("latency-p99", "99 of 100 messages of 200 B take no longer", "p99 µs"),
            rates("latency-p999", "999 of 1,000 messages of 200 B take no longer", "p99.9 µs"),
            new Chart(
                    "idle",
                    "Memory for each idle connection; less is better",
                    "idle",
                    "heap + native KB",
                    COUNT,
                    "connections",
                    true),
            new Chart(
                    "rooms",
                    "CPU of the server for a message; less is better",
                    "rooms",
                    "CPU µs/message",
                    COUNT,
                    "rooms",
                    false),
            bars("face", "From the click on Join to the first picture; less is better", "face", "first picture ms"));

    private final Results results;
    private final List<String> contenders;

    Plots(Results results, List<String> contenders) {
        this.results = results;
        this.contenders = contenders;
    }

    private static Chart bars(String name, String title, String scenario, String metric) {
        return new Chart(name, title, scenario, metric, null, null, false);
    }

    private static Chart rates(String name, String title, String metric) {
        return new Chart(name, title, "latency", metric, RATE, "messages a second", true);
    }

    List<File> of(String scenario) {
        List<File> files = new ArrayList<>();
        for (Chart chart : CHARTS) {
            if (chart.scenario().equals(scenario) && !series(chart).isEmpty()) {
                String svg = chart.across() == null ? bars(chart) : lines(chart);
                files.add(new File(chart.name() + ".svg", chart.title(), svg));
            }
        }
        return files;
    }

    private String bars(Chart chart) {
        BarPlot plot = new BarPlot(chart.title(), chart.metric(), legend(chart));
        Map<String, Map<String, Spread>> groups = new LinkedHashMap<>();
        for (Series series : series(chart)) {
            groups.computeIfAbsent(series.setup(), any -> new LinkedHashMap<>())
                    .put(series.contender(), results.spread(series).orElseThrow());
        }
        return plot.draw(groups);
    }

    private String lines(Chart chart) {
        LinePlot plot = new LinePlot(chart.title(), chart.label(), chart.metric(), chart.log(), legend(chart));
        Map<String, Map<Double, Spread>> lines = new LinkedHashMap<>();
        for (Series series : series(chart)) {
            lines.computeIfAbsent(series.contender(), any -> new LinkedHashMap<>())
                    .put(across(chart, series), results.spread(series).orElseThrow());
        }
        return plot.draw(lines);
    }

    private List<Series> series(Chart chart) {
        return results.series(chart.scenario()).stream()
                .filter(series -> series.metric().equals(chart.metric()))
                .filter(series -> chart.across() == null
                        || chart.across().matcher(series.setup()).matches())
                // There is no place for nothing on a logarithmic axis.
                .filter(series ->
                        !chart.log() || results.spread(series).orElseThrow().min() > 0)
                .toList();
    }

    private static double across(Chart chart, Series series) {
        Matcher number = chart.across().matcher(series.setup());
        if (!number.matches()) {
            throw new IllegalArgumentException(series + " has no number to go across.");
        }
        return Double.parseDouble(number.group(1).replace(",", ""));
    }

    /** The colours of those in the chart, which are theirs in all charts. */
    private Map<String, String> legend(Chart chart) {
        LinkedHashSet<String> all = new LinkedHashSet<>(contenders);
        results.series(chart.scenario()).forEach(series -> all.add(series.contender()));
        LinkedHashSet<String> present =
                series(chart).stream().map(Series::contender).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, String> legend = new LinkedHashMap<>();
        int index = 0;
        for (String contender : all) {
            String colour = Svg.COLOURS.get(index++ % Svg.COLOURS.size());
            if (present.contains(contender)) {
                legend.put(contender, colour);
            }
        }
        return legend;
    }
}
