package org.visavis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Node's: it traces its collections to the output, and measure.cjs answers a signal there. */
final class V8 implements VirtualMachine {
    static final List<String> OPTIONS = List.of("--trace-gc", "--expose-gc");

    /** A pause; where marking was done in steps before it, the longest of them is one, too. */
    private static final Pattern PAUSE = Pattern.compile("(?:MB, |biggest step )(\\d+(?:\\.\\d+)?) (?:/|ms)");

    private static final Pattern COLLECTION = Pattern.compile("\\d ms: (?:Scavenge|Mark-Compact|Minor Mark-)");

    /** What V8 gives as the reason of a collection by global.gc(). */
    private static final String OURS = "testing";

    private static final Pattern USAGE =
            Pattern.compile("\"rss\":(\\d+),\"heapTotal\":(\\d+),\"heapUsed\":(\\d+),\"external\":\\d+");

    private final Output output;

    V8(Output output) {
        this.output = output;
    }

    @Override
    public List<Double> pauses() throws IOException {
        try (Stream<String> lines = Files.lines(output.file())) {
            return lines.filter(line -> COLLECTION.matcher(line).find() && !line.contains(OURS))
                    .flatMap(line -> PAUSE.matcher(line).results())
                    .map(pause -> Double.valueOf(pause.group(1)))
                    .toList();
        }
    }

    @Override
    public Memory memory(ServerProcess server) throws IOException, InterruptedException {
        Output.Line answer = output.expect(USAGE);
        Command.run(List.of("sh", "-c", "kill -USR2 " + server.pid())); // there is not always a program of this name
        Matcher usage = answer.await();
        long resident = Long.parseLong(usage.group(1));
        long heap = Long.parseLong(usage.group(2));
        return new Memory(Long.parseLong(usage.group(3)), resident - heap, resident);
    }
}
