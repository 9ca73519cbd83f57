package org.visavis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was measured, in the order in which it was: a value a round for each series, and under which circumstances.
 * Scenarios add to it from one thread; the report reads it. A scenario that is measured again replaces what an earlier run
 * found of it, so that one can be repeated without the others; each keeps the circumstances of its own run.
 */
final class Results {
    /** The circumstances of a run: facts by name, and why contenders are missing, by contender. */
    record Run(Map<String, String> facts, Map<String, String> missing) {
        Run() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final Map<Series, List<Double>> samples = new LinkedHashMap<>();
    private final Run current = new Run();
    private final Set<String> measuredNow = new HashSet<>();

    Results() {
        this(LocalDate.now(ZoneId.systemDefault()));
    }

    Results(LocalDate date) {
        fact("date", date.toString());
    }

    /** What earlier runs have saved; nothing where none has. */
    static Results load(Path file) throws IOException {
        Results results = new Results();
        if (Files.exists(file)) {
            ResultsFile.read(file, results);
        }
        return results;
    }

    void save(Path file) throws IOException {
        ResultsFile.write(file, this);
    }

    /** A fact of this run: the machine, a version. */
    void fact(String name, String value) {
        current.facts().put(name, value);
    }

    /** Says why this run is without the contender; a sentence's part, such as "npm is not installed". */
    void missing(String contender, String reason) {
        current.missing().put(contender, reason);
    }

    /** Adds a round's value. It must be a number: one that cannot be told is not added at all. */
    void add(String scenario, String setup, String contender, String metric, double value) {
        Series series = new Series(scenario, setup, contender, metric);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(value + " is no result for " + series + ".");
        }
        if (measuredNow.add(scenario)) {
            samples.keySet().removeIf(earlier -> earlier.scenario().equals(scenario));
            runs.put(scenario, current);
        }
        samples.computeIfAbsent(series, any -> new ArrayList<>()).add(value);
    }

    /** Puts in what an earlier run has measured. */
    void restore(String scenario, Run run, Map<Series, List<Double>> measured) {
        runs.put(scenario, run);
        samples.putAll(measured);
    }

    Set<String> scenarios() {
        return runs.keySet();
    }

    /** The run that has measured the scenario; the current one where none has. */
    Run run(String scenario) {
        return runs.getOrDefault(scenario, current);
    }

    List<Series> series(String scenario) {
        return samples.keySet().stream()
                .filter(series -> series.scenario().equals(scenario))
                .collect(Collectors.toList());
    }

    /** In the order of the rounds; empty where nothing was measured. */
    List<Double> values(Series series) {
        return samples.getOrDefault(series, List.of());
    }

    Optional<Spread> spread(Series series) {
        return Optional.of(values(series)).filter(values -> !values.isEmpty()).map(Spread::new);
    }

    double[] ratios(String scenario, String setup, String contender, String metric, String otherContender) {
        return ratios(
                new Series(scenario, setup, contender, metric), new Series(scenario, setup, otherContender, metric));
    }

    /**
     * Of each round of the one by the same round of the other. Empty where the numbers of rounds differ, too: a round that
     * one of them has lost would pair the others wrongly.
     */
    double[] ratios(Series one, Series other) {
        List<Double> dividends = values(one);
        List<Double> divisors = values(other);
        if (dividends.size() != divisors.size()) {
            return new double[0];
        }
        double[] ratios = new double[dividends.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = dividends.get(round) / divisors.get(round);
        }
        return ratios;
    }
}
