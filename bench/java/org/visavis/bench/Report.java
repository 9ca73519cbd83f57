package org.visavis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings results into the documentation: tables into the marked places of performance.md, plots into files beside it. What
 * was not measured stays there as it is.
 */
final class Report {
    /** In the folder of the documentation. */
    static final String PAGE = "performance.md";

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

    /** Takes the file with the results, and the folder of the documentation. */
    public static void main(String... arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        if (!Files.exists(file)) {
            throw new IOException(file + " does not exist; run the benchmark first.");
        }
        new Report(Results.load(file), CONTENDERS).write(Path.of(arguments[1]));
    }

    void write(Path docs) throws IOException {
        Path file = docs.resolve(PAGE);
        MarkedPage page = new MarkedPage(file.toString(), Files.readString(file));
        page.put("targets", Targets.table(results, page.get("targets")));
        List<Plots.File> plots = new ArrayList<>();
        for (String scenario : results.scenarios()) {
            List<Plots.File> own = new Plots(results, contenders).of(scenario);
            plots.addAll(own);
            page.put(scenario, images(own) + new Section(results, scenario, contenders));
        }
        Path folder = Files.createDirectories(docs.resolve("performance"));
        for (Plots.File plot : plots) {
            Files.writeString(folder.resolve(plot.name()), plot.svg());
        }
        Files.writeString(file, page.toString());
    }

    private static String images(List<Plots.File> plots) {
        StringBuilder images = new StringBuilder();
        for (Plots.File plot : plots) {
            images.append("![")
                    .append(plot.title())
                    .append("](performance/")
                    .append(plot.name())
                    .append(")\n\n");
        }
        return images.toString();
    }
}
