package org.visavis.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmark remembers between its runs, and what it makes of rounds. */
class ResultsTest {
    private final Results results = new Results(LocalDate.of(2020, 2, 29));

    @TempDir
    private Path folder;

    @Test
    void comesBackFromAFileAsItWas() throws IOException {
        results.fact("cores", "4");
        results.missing("B", "\"npm\" is not installed");
        results.add("rooms", "10", "A", "CPU µs/message", 2.5);
        results.add("rooms", "10", "A", "CPU µs/message", 1e-7);
        results.add("idle", "100", "A", "heap KB", -3);
        Path file = folder.resolve("new/results.json");
        results.save(file);

        Results loaded = Results.load(file);

        assertEquals(List.of("rooms", "idle"), List.copyOf(loaded.scenarios()));
        assertEquals(List.of(2.5, 1e-7), loaded.values(new Series("rooms", "10", "A", "CPU µs/message")));
        assertEquals(List.of(-3.0), loaded.values(new Series("idle", "100", "A", "heap KB")));
        assertEquals(
                Map.of("date", "2020-02-29", "cores", "4"), loaded.run("rooms").facts());
        assertEquals(Map.of("B", "\"npm\" is not installed"), loaded.run("idle").missing());
        try (var files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void isEmptyWithoutAFile() throws IOException {
        assertTrue(Results.load(folder.resolve("results.json")).scenarios().isEmpty());
    }

    @Test
    void replacesOnlyTheScenariosThatAreMeasuredAgain() throws IOException {
        results.fact("Java", "17");
        results.add("rooms", "10", "A", "p99 µs", 1);
        results.add("idle", "100", "A", "heap KB", 2);
        results.add("idle", "5,000", "A", "heap KB", 3);
        Path file = folder.resolve("results.json");
        results.save(file);

        Results again = Results.load(file);
        again.fact("Java", "25");
        again.add("idle", "100", "A", "heap KB", 4);
        again.add("idle", "100", "A", "heap KB", 5);
        again.save(file);

        Results merged = Results.load(file);
        assertEquals(List.of(1.0), merged.values(new Series("rooms", "10", "A", "p99 µs")));
        assertEquals(List.of(4.0, 5.0), merged.values(new Series("idle", "100", "A", "heap KB")));
        assertEquals(List.of(), merged.values(new Series("idle", "5,000", "A", "heap KB")));
        assertEquals("17", merged.run("rooms").facts().get("Java"));
        assertEquals("2020-02-29", merged.run("rooms").facts().get("date"));
        assertEquals("25", merged.run("idle").facts().get("Java"));
    }

    @Test
    void keepsTheOldFileWhereTheNewOneCannotBeWritten() throws IOException {
        results.add("rooms", "10", "A", "p99 µs", 1);
        Path file = folder.resolve("results.json");
        results.save(file);
        Files.createDirectory(folder.resolve("results.json.part"));

        results.add("rooms", "10", "A", "p99 µs", 2);
        assertThrows(IOException.class, () -> results.save(file));

        assertEquals(List.of(1.0), Results.load(file).values(new Series("rooms", "10", "A", "p99 µs")));
    }

    @Test
    void takesNothingThatIsNoNumber() {
        assertThrows(IllegalArgumentException.class, () -> results.add("rooms", "10", "A", "p99 µs", 0.0 / 0));
        assertTrue(results.scenarios().isEmpty());
    }

    @Test
    void pairsRoundByRound() {
        for (double value : new double[] {2, 6, 20}) {
            results.add("rooms", "10", "A", "p99 µs", value);
            results.add("rooms", "10", "B", "p99 µs", value * value);
        }
        assertArrayEquals(new double[] {0.5, 1 / 6.0, 0.05}, results.ratios("rooms", "10", "A", "p99 µs", "B"), 1e-12);
    }

    @Test
    void pairsNothingWhereARoundWasLost() {
        results.add("rooms", "10", "A", "p99 µs", 1);
        results.add("rooms", "10", "A", "p99 µs", 2);
        results.add("rooms", "10", "B", "p99 µs", 2);
        assertEquals(0, results.ratios("rooms", "10", "A", "p99 µs", "B").length);
        assertEquals(0, results.ratios("rooms", "10", "C", "p99 µs", "D").length);
    }

    @Test
    void tellsTheSpread() {
        Spread odd = new Spread(9, 1, 4);
        assertEquals(List.of(1.0, 4.0, 9.0), List.of(odd.min(), odd.median(), odd.max()));
        assertEquals(2.5, new Spread(4, 1, 2, 3).median());
        double[] hundred = new double[100];
        for (int i = 0; i < 100; i++) {
            hundred[i] = 100 - i;
        }
        assertEquals(95, new Spread(hundred).quantile(0.95));
        assertEquals(4, new Spread(4).quantile(0.95));
        assertEquals(Optional.empty(), results.spread(new Series("rooms", "10", "A", "p99 µs")));
    }
}
