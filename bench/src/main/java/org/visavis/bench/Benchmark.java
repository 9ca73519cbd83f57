package org.visavis.bench;

import java.io.IOException;
import java.io.PrintWriter;
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

/** The benchmark's command, run by {@code ./mvnw -f bench compile exec:exec}. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        description =
                "Measures Visavis beside other servers, and brings the results into docs/performance.md and bench/results.")
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

    @Option(
            names = "--project",
            description =
                    "The folder in which docs/performance.md and bench/results are; tables and plots are made anew.")
    private Path project = Path.of("");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (String name : only) {
            if (!SCENARIOS.containsKey(name)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no scenario \"" + name + "\", but " + String.join(", ", SCENARIOS.keySet()) + ".");
            }
        }
        for (Path page : List.of(Report.TARGETS, Report.RESULTS)) { // known before an hour is spent
            if (!Files.exists(project.resolve(page))) {
                throw new ParameterException(
                        spec.commandLine(), "There is no " + page + " in the folder \"" + project + "\".");
            }
        }
        Files.createDirectories(folder);
        Path file = folder.resolve(Bench.RESULTS);
        Results results = Results.load(file);
        addMachine(results);
        Map<String, Scenario> wanted = new LinkedHashMap<>(SCENARIOS);
        if (!only.isEmpty()) wanted.keySet().retainAll(only);
        PrintWriter out = spec.commandLine().getOut();
        List<String> failed;
        try (Bench bench = new Bench(folder, Bench.Extent.full(rounds), results)) {
            failed = measure(bench, wanted, out);
        }
        Report.main(file.toString(), project.toString());
        out.println("The results are in " + project.resolve(Report.RESULTS) + ".");
        if (failed.isEmpty()) return CommandLine.ExitCode.OK;
        out.println("Failed: " + String.join(", ", failed) + ".");
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Runs all, also after one that fails, and keeps what each has found until then. Names those that failed. */
    static List<String> measure(Bench bench, Map<String, Scenario> scenarios, PrintWriter out)
            throws IOException, InterruptedException {
        List<String> failed = new ArrayList<>();
        for (Map.Entry<String, Scenario> scenario : scenarios.entrySet()) {
            out.println("Measuring: " + scenario.getKey());
            try {
                scenario.getValue().run(bench);
            } catch (IOException | MissingContender | RuntimeException e) { // such as those of the browser's driver
                failed.add(scenario.getKey());
                out.println("Failed: " + scenario.getKey() + ": " + e);
                bench.close(); // the next one shall not suffer from what has happened to a server
            }
            bench.save();
        }
        return failed;
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
