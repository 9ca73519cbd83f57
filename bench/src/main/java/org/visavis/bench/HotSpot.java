package org.visavis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JVM: asked with jcmd of the same JDK, its pauses are in a log that it writes. */
final class HotSpot implements VirtualMachine {
    private static final String LOG = "gc.log";

    /** Without these it does not know what it holds outside its heap; they cost some time with each allocation there. */
    static final List<String> MEMORY_OPTIONS = List.of("-XX:NativeMemoryTracking=summary");

    private static final Pattern PAUSE = Pattern.compile("Pause .* (\\d+\\.\\d+)ms$");

    /** Collections that were asked for by way of jcmd. */
    private static final Pattern OURS = Pattern.compile("Diagnostic Command|Heap Inspection");

    private static final Pattern LIVE_BYTES = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
    private static final Pattern COMMITTED = Pattern.compile("Total: .*committed=(\\d+)KB");
    private static final Pattern COMMITTED_HEAP = Pattern.compile("Java Heap \\(.*committed=(\\d+)KB");

    /** Buffers outside the heap are let go by a thread that the first collection wakes. */
    private static final List<String> MEMORY_QUESTIONS =
            List.of("GC.run", "GC.run", "GC.class_histogram", "VM.native_memory summary scale=KB");

    private final Path log;
    private final Path questions;

    /** @param folder in which the server runs */
    HotSpot(Path folder) {
        log = folder.resolve(LOG);
        questions = folder.resolve("memory.jcmd");
    }

    /** What the server's command must have; relative, since catalina.sh splits its options at white space. */
    static String logOption() {
        return "-Xlog:gc:file=" + LOG + "::filecount=0";
    }

    @Override
    public List<Double> pauses() throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> !OURS.matcher(line).find())
                    .flatMap(line -> PAUSE.matcher(line).results())
                    .map(pause -> Double.valueOf(pause.group(1)))
                    .toList();
        }
    }

    @Override
    public Memory memory(ServerProcess server) throws IOException, InterruptedException {
        // All at once: jcmd is a JVM of its own, whose start takes longer than most answers.
        Files.write(questions, MEMORY_QUESTIONS);
        String answers = jcmd(server, "-f", questions.toString());
        long live = number(LIVE_BYTES, answers);
        boolean known = COMMITTED.matcher(answers).find();
        long beside = known ? (number(COMMITTED, answers) - number(COMMITTED_HEAP, answers)) * 1024 : 0;
        return new Memory(live, beside, server.residentBytes());
    }

    private static long number(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        return matcher.results()
                .findFirst()
                .map(result -> Long.parseLong(result.group(1)))
                .orElseThrow(() -> new IOException("jcmd does not say " + pattern + ": " + text));
    }

    private static String jcmd(ServerProcess server, String... command) throws IOException, InterruptedException {
        String program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        return Command.run(Stream.concat(Stream.of(program, Long.toString(server.pid())), Stream.of(command))
                .toList());
    }
}
