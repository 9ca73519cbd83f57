package org.visavis.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmark writes into the documentation, from numbers that are made up. */
class ReportTest {
    private static final String ROOM = "rooms of 2, 200 B, to one";

    private final Results results = new Results(LocalDate.of(2020, 2, 29));

    @TempDir
    private Path project;

    @BeforeEach
    void copyThePages() throws IOException {
        for (Path page : List.of(Report.TARGETS, Report.RESULTS)) {
            Files.createDirectories(project.resolve(page).getParent());
            Files.copy(page, project.resolve(page));
        }
    }

    @Test
    void leavesTheWordsOfPeopleAlone() throws IOException {
        Path file = project.resolve(Report.RESULTS);
        Files.writeString(
                file, Files.readString(file).replace("<!-- results:rooms -->", "Mine $1.\n\n<!-- results:rooms -->"));
        String outside = outside(Files.readString(file));
        results.add("rooms", "10", "A", "CPU µs/message", 2);

        String once = report("A");
        String twice = report("A");

        assertEquals(outside, outside(once));
        assertEquals(once, twice);
    }

    @Test
    void leavesAloneWhatWasNotMeasured() throws IOException {
        String metric = "CPU µs/message";
        results.add("throughput", ROOM, Targets.VISAVIS, metric, 3);
        results.add("throughput", ROOM, Targets.NODE_WS, metric, 6);
        results.add("throughput", ROOM, Targets.REBROADCAST, metric, 4);
        results.add("joins", "5,000", Targets.VISAVIS, "seconds", 2);
        String before = report("A");

        Results later = new Results();
        later.add("joins", "5,000", "PeerServer", "seconds", 4);
        new Report(later, List.of("A")).write(project);

        String after = Files.readString(project.resolve(Report.RESULTS));
        assertEquals(section(before, "throughput"), section(after, "throughput"));
        String targets = section(Files.readString(project.resolve(Report.TARGETS)), "targets");
        assertTrue(targets.contains("rebroadcast in Tomcat | at most 1.15 | 0.750 | met |"), targets);
        assertTrue(targets.contains("have joined | at most 3 | – | not measured |"), targets);
    }

    @Test
    void complainsOfAMarkerThatIsMissing() throws IOException {
        Path file = project.resolve(Report.RESULTS);
        String text = Files.readString(file);
        results.add("slow", "10", "A", "p99 µs", 2);
        Files.writeString(file, text.replace("<!-- /results:slow -->", ""));
        String end =
                assertThrows(IllegalArgumentException.class, () -> report("A")).getMessage();
        assertTrue(end.contains("<!-- /results:slow -->"), end);

        Files.writeString(file, text);
        results.add("unheard of", "10", "A", "p99 µs", 2);
        String begin =
                assertThrows(IllegalArgumentException.class, () -> report("A")).getMessage();
        assertTrue(begin.contains("results.md has no marker <!-- results:unheard of -->"), begin);
        assertEquals(text, Files.readString(file));
    }

    @Test
    void hasARowASetupAndAColumnAContender() throws IOException {
        for (double value : new double[] {3000, 1000, 2000}) {
            results.add("throughput", ROOM, "B", "messages/s", value / 2);
            results.add("throughput", ROOM, "A", "messages/s", value);
        }
        results.add("throughput", "rooms of 2, 200 B, to all", "A", "messages/s", 12.345);
        results.missing("C", "npm | is\nnot <installed>");

        String section = section(report("A", "B", "C", "D"), "throughput");

        assertTrue(section.contains("| Setup | A | B | C |\n| --- | ---: | ---: | ---: |\n"), section);
        String missing = "missing: npm \\| is not &lt;installed>";
        assertTrue(
                section.contains("| " + ROOM + " | 2,000 (1,000 – 3,000) | 1,000 (500 – 1,500) | " + missing + " |"),
                section);
        assertTrue(section.contains("| rooms of 2, 200 B, to all | 12.3 | – | " + missing + " |"), section);
        assertTrue(section.contains("](plots/throughput.svg)"), section);
        assertFalse(section.contains("throughput-cpu.svg"), section);
    }

    @Test
    void tellsTheQuantilesOfSingleJoins() throws IOException {
        for (int join = 1; join <= 40; join++) {
            results.add("face", "second of two", "Visavis", "first picture ms", join);
        }
        results.missing("PeerServer", "npm is not installed");
        String section = section(report("Visavis", "PeerServer"), "face");
        assertTrue(section.contains("| second of two | first picture ms | p50 20.5, p95 38.0 (n = 40) |"), section);
    }

    @Test
    void saysUnderWhichConditionsAScenarioWasMeasured() throws IOException {
        results.fact("cores", "4");
        results.fact("Java", "17");
        results.missing("C", "npm is not installed");
        results.add("rooms", "10", "A", "p99 µs", 2);
        results.add("idle", "100", "A", "heap KB", 2);
        Path file = project.resolve("results.json");
        results.save(file);
        Results again = Results.load(file);
        again.fact("cores", "4");
        again.fact("Java", "25");
        again.add("idle", "100", "A", "heap KB", 2);

        new Report(again, List.of("A")).write(project);

        String page = Files.readString(project.resolve(Report.RESULTS));
        String rooms = section(page, "rooms");
        assertTrue(
                rooms.contains(
                        "\n\n**Conditions.** date: 2020-02-29; cores: 4; Java: 17; without C: npm is not installed.\n"),
                rooms);
        String idle = section(page, "idle");
        assertTrue(idle.contains("cores: 4; Java: 25.\n"), idle);
    }

    @Test
    void judgesTheMedianOfTheRatios() {
        String metric = "CPU µs/message";
        double[] mine = {1, 1, 30};
        double[] others = {2, 10, 40};
        double[] secret = {10, 18, 40};
        double[] descriptions = {40, 80, 20};
        for (int round = 0; round < 3; round++) {
            results.add("throughput", ROOM, Targets.VISAVIS, metric, mine[round]);
            results.add("throughput", ROOM, Targets.NODE_WS, metric, others[round]);
            results.add("throughput", ROOM, Targets.REBROADCAST, metric, mine[round] / 2);
            results.add("throughput", "rooms of 2, 5 KB, to one", Targets.VISAVIS, metric, descriptions[round]);
            results.add("throughput", "rooms of 2, 5 KB, to one", Targets.NODE_WS, metric, 20);
            results.add("throughput", "TLS, " + ROOM, Targets.VISAVIS, metric, secret[round]);
            results.add("throughput", "TLS, " + ROOM, Targets.NODE_WS, metric, 20);
        }
        results.add("joins", "5,000", Targets.VISAVIS, "seconds", 3);

        String table = Targets.table(results, "");

        assertTrue(
                table.contains("by that of the Node ws relay | at most 0.75 | 0.500 (0.100 – 0.750) | met |"), table);
        assertTrue(table.contains("a call sends a few | at most 2 | 2.00 (1.00 – 4.00) | met |"), table);
        assertTrue(table.contains("against Node over TLS | at most 0.7 | 0.900 (0.500 – 2.00) | **not met** |"), table);
        assertTrue(table.contains("rebroadcast in Tomcat | at most 1.15 | 2.00 (2.00 – 2.00) | **not met** |"), table);
        assertTrue(table.contains("have joined | at most 3 | 3.00 | met |"), table);
        assertTrue(table.contains("with 10 | at most 1.1 | – | not measured |"), table);
    }

    @Test
    void judgesQuantilesOfFirstPictures() {
        for (int join = 1; join <= 20; join++) {
            results.add("face", "second of two", "Visavis", "first picture ms", join == 20 ? 900 : 200);
            results.add("face", "second of two", "PeerJS", "first picture ms", join >= 19 ? 150 : 400);
        }
        results.add("face", "second of two", "Visavis", "first picture ms", 900);
        String table = Targets.table(results, "");
        assertTrue(table.contains("p50, by that of PeerJS: second of two | less than 1 | 0.500 | met |"), table);
        assertTrue(table.contains("p95, by that of PeerJS: second of two | less than 1 | 2.25 | **not met** |"), table);
        assertTrue(table.contains("p50, second of two | at most 300 | 200 (200 – 900) | met |"), table);
        assertTrue(table.contains("PeerJS: fourth of four | less than 1 | – | not measured |"), table);
    }

    @Test
    void drawsPlotsThatAreSmallAndWellFormed() throws Exception {
        for (String contender : List.of("A", "B & <C>")) {
            for (String setup : List.of("200 B, 1,000/s", "200 B, 10,000/s", "5 KB, 2,000/s")) {
                results.add("latency", setup, contender, "p99 µs", 500);
                results.add("latency", setup, contender, "p99 µs", 70_000);
            }
            results.add("throughput", ROOM, contender, "messages/s", 0);
            results.add("rooms", "10", contender, "CPU µs/message", 0);
            results.add("idle", "100", contender, "heap + native KB", -1);
        }
        report("A", "B & <C>");
        List<String> names = new ArrayList<>();
        try (var files = Files.list(project.resolve(Report.RESULTS).resolveSibling("plots"))) {
            for (Path file : files.sorted().toList()) {
                names.add(file.getFileName().toString());
                assertTrue(Files.size(file) < 20_000, file.toString());
                String text = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(file.toFile())
                        .getDocumentElement()
                        .getTextContent();
                assertTrue(text.contains("B & <C>"), text);
                assertFalse(Files.readString(file).matches("(?s).*(NaN|Infinity).*"), file.toString());
            }
        }
        assertEquals(List.of("latency-p99.svg", "rooms.svg", "throughput.svg"), names);
    }

    private String report(String... contenders) throws IOException {
        new Report(results, List.of(contenders)).write(project);
        return Files.readString(project.resolve(Report.RESULTS));
    }

    private static String outside(String page) {
        return page.replaceAll("(?s)(<!-- results:(.*?) -->).*?(<!-- /results:\\2 -->)", "$1$3");
    }

    private static String section(String page, String place) {
        return page.substring(
                page.indexOf("<!-- results:" + place + " -->"), page.indexOf("<!-- /results:" + place + " -->"));
    }
}
