package org.visavis.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The benchmark's command, run by {@code ./mvnw -Pbench verify}. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description = "Measures Visavis beside other servers, and brings the results into docs/performance.md.")
final class Benchmark implements Callable<Integer> {
    /** In the order in which they run: first those with servers of their own, while no other one takes memory. */
    static final Map<String, Scenario> SCENARIOS = new LinkedHashMap<>();

    static {
        SCENARIOS.put("idle", new Idle());
        SCENARIOS.put("pings", new Pings());
        SCENARIOS.put("joins", new Joins());
        SCENARIOS.put("throughput", new Throughput());
        SCENARIOS.put("latency", new Latency());
        SCENARIOS.put("rooms", new ManyRooms());
        SCENARIOS.put("slow", new SlowReaders());
        SCENARIOS.put("face", Face::measure);
        SCENARIOS.put("page", PageCost::measure);
    }

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(names = "--only", split = ",", description = "Scenarios to run, separated by commas; else all.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--rounds", description = "How often each is measured (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--folder", description = "Takes the results and what the servers write.")
    private Path folder = Path.of("target", "bench");

    @Option(names = "--docs", description = "Where performance.md is; its tables and plots are made anew.")
    private Path docs = Path.of("docs");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, MissingContender {
        for (String name : only) {
            if (!SCENARIOS.containsKey(name)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no scenario \"" + name + "\", but " + String.join(", ", SCENARIOS.keySet()) + ".");
            }
        }
        Files.createDirectories(folder);
        Path file = folder.resolve(Bench.RESULTS);
        Results results = Results.load(file);
        addMachine(results);
        try (Bench bench = new Bench(folder, Bench.Extent.full(rounds), results)) {
            for (Map.Entry<String, Scenario> scenario : SCENARIOS.entrySet()) {
                if (only.isEmpty() || only.contains(scenario.getKey())) {
                    System.out.println("Measuring: " + scenario.getKey());
                    scenario.getValue().run(bench);
                    bench.save();
                }
            }
        }
        Report.main(file.toString(), docs.toString());
        System.out.println("The results are in " + docs.resolve("performance.md") + ".");
        return CommandLine.ExitCode.OK;
    }

    private static void addMachine(Results results) throws IOException {
        results.fact("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            results.fact("memory", Math.round(system.getTotalMemorySize() / Math.pow(2, 30)) + " GiB");
        }
        results.fact("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        Path processors = Path.of("/proc/cpuinfo");
        if (Files.exists(processors)) {
            Files.readAllLines(processors).stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .ifPresent(line -> results.fact("processor", line.replaceAll(".*:\\s*", "")));
        }
        results.fact("load generator", "Java " + System.getProperty("java.version"));
    }
}
