package org.visavis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings results into the marked places of two pages: the targets into the one for those who run Visavis, all tables and plots
 * into the lab book. What was not measured stays there as it is.
 */
final class Report {
    /** For those who run Visavis, in the folder of the project. */
    static final Path TARGETS = Path.of("docs", "performance.md");

    /** The lab book, in the same folder. */
    static final Path RESULTS = Path.of("bench", "results", "results.md");

    private static final List<String> CONTENDERS = List.of(
            Targets.VISAVIS,
            Targets.STOCK_TOMCAT,
            Targets.REBROADCAST,
            Targets.NODE_WS,
            "PeerServer",
            Targets.VISAVIS_PAGE,
            Targets.PEERJS_PAGE);

    private final Results results;
    private final List<String> contenders;

    /** @param contenders the order of columns and of colours */
    Report(Results results, List<String> contenders) {
        this.results = results;
        this.contenders = contenders;
    }

    /** Takes the file with the results, and the folder of the project. */
    public static void main(String... arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        if (!Files.exists(file)) {
            throw new IOException(file + " does not exist; run the benchmark first.");
        }
        new Report(Results.load(file), CONTENDERS).write(Path.of(arguments[1]));
    }

    /** @param project the folder in which both pages are */
    void write(Path project) throws IOException {
        MarkedPage targets = read(project.resolve(TARGETS));
        targets.put("targets", Targets.table(results, targets.get("targets")));
        MarkedPage page = read(project.resolve(RESULTS));
        List<Plots.File> plots = new ArrayList<>();
        for (String scenario : results.scenarios()) {
            List<Plots.File> own = new Plots(results, contenders).of(scenario);
            plots.addAll(own);
            page.put(scenario, images(own) + new Section(results, scenario, contenders));
        }
        Path folder = Files.createDirectories(project.resolve(RESULTS).resolveSibling("plots"));
        for (Plots.File plot : plots) {
            Files.writeString(folder.resolve(plot.name()), plot.svg());
        }
        Files.writeString(project.resolve(RESULTS), page.toString());
        Files.writeString(project.resolve(TARGETS), targets.toString());
    }

    private static MarkedPage read(Path file) throws IOException {
        return new MarkedPage(file.toString(), Files.readString(file));
    }

    private static String images(List<Plots.File> plots) {
        StringBuilder images = new StringBuilder();
        for (Plots.File plot : plots) {
            images.append("![")
                    .append(plot.title())
                    .append("](plots/")
                    .append(plot.name())
                    .append(")\n\n");
        }
        return images.toString();
    }
}
