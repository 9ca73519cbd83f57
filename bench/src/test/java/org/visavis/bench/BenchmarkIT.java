package org.visavis.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark in small, so that it is there when it is needed: everything happens once, and nothing is judged. */
@Tag("standalone")
class BenchmarkIT {
    @TempDir
    private Path folder;

    @Test
    void everyScenarioMeasuresWhatItIsFor() throws Exception {
        Results results = new Results();
        try (Bench bench = new Bench(folder, Bench.Extent.SMOKE, results)) {
            for (Map.Entry<String, Scenario> scenario : Benchmark.SCENARIOS.entrySet()) {
                scenario.getValue().run(bench);
                assertTrue(results.scenarios().contains(scenario.getKey()), scenario.getKey());
            }
            bench.save();
        }
        assertEquals(List.of(), unexpected(results));
        for (String contender : List.of(Targets.VISAVIS, Targets.NODE_WS)) {
            if (results.run("").missing().containsKey(contender)) continue;
            Series overTls = new Series("throughput", "TLS, rooms of 2, 200 B, to one", contender, "messages/s");
            assertEquals(1, results.values(overTls).size(), contender);
        }
        Path project = folder.resolve("project");
        for (Path page : List.of(Report.TARGETS, Report.RESULTS)) {
            Files.createDirectories(project.resolve(page).getParent());
            Files.copy(page, project.resolve(page));
        }
        Report.main(folder.resolve(Bench.RESULTS).toString(), project.toString());
        assertTrue(Files.exists(
                project.resolve(Report.RESULTS).resolveSibling("plots").resolve("throughput.svg")));
    }

    /** Who was missing though nothing allows it. Without npm, what runs on Node is; it is said, and not required. */
    private static List<String> unexpected(Results results) {
        boolean allRequired = "required".equals(System.getProperty("visavis.peers"));
        return results.run("").missing().entrySet().stream()
                .peek(missing -> System.out.println("Missing: " + missing))
                .filter(missing -> allRequired || !missing.getValue().contains("npm"))
                .map(Map.Entry::getKey)
                .toList();
    }
}
