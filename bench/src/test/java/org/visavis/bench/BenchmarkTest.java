package org.visavis.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What becomes of a run of which a part fails. */
class BenchmarkTest {
    @TempDir
    private Path folder;

    @Test
    void saysBeforeItMeasuresThatThereIsNoPageForTheResults() {
        StringWriter said = new StringWriter();
        CommandLine benchmark = new CommandLine(new Benchmark()).setErr(new PrintWriter(said));

        assertEquals(CommandLine.ExitCode.USAGE, benchmark.execute("--project", folder.toString()));

        assertTrue(said.toString().contains("There is no docs/performance.md in the folder"), said.toString());
    }

    @Test
    void keepsWhatWasMeasuredAndGoesOnWhereAScenarioFails() throws Exception {
        StringWriter said = new StringWriter();
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        scenarios.put("idle", bench -> {
            bench.results().add("idle", "100", "A", "heap KB", 1);
            throw new IllegalStateException("Not within 120 s: everybody let in.");
        });
        scenarios.put("joins", bench -> {
            throw new IOException("It has ended.");
        });
        scenarios.put("rooms", bench -> bench.results().add("rooms", "10", "A", "p99 µs", 2));

        try (Bench bench = new Bench(folder, Bench.Extent.SMOKE, new Results())) {
            assertEquals(List.of("idle", "joins"), Benchmark.measure(bench, scenarios, new PrintWriter(said)));
        }

        assertTrue(said.toString().contains("Failed: joins: java.io.IOException: It has ended."), said.toString());
        Results saved = Results.load(folder.resolve(Bench.RESULTS));
        assertEquals(List.of(1.0), saved.values(new Series("idle", "100", "A", "heap KB")));
        assertEquals(List.of(2.0), saved.values(new Series("rooms", "10", "A", "p99 µs")));
    }
}
