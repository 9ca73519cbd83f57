package org.visavis.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server writes, errors too. A thread of its own reads it into a file, so that the server never waits for a reader,
 * and finds the lines that others wait for.
 */
final class Output {
    private static final int LAST_LINES = 20;
    private static final long PATIENCE_SECONDS = 120;

    private final Path file;
    private final List<Line> expected = new ArrayList<>();
    private final Deque<String> last = new ArrayDeque<>();
    private boolean ended;

    /** A line that somebody waits for. */
    final class Line {
        private final Pattern pattern;
        private final CompletableFuture<Matcher> found = new CompletableFuture<>();

        private Line(Pattern pattern) {
            this.pattern = pattern;
        }

        /** @throws IOException if the server ends without it or takes too long; with what it has written last */
        Matcher await() throws IOException, InterruptedException {
            try {
                return found.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException missing) {
                throw new IOException("It did not say \"" + pattern + "\": " + lastLines(), missing);
            }
        }
    }

    Output(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** From now on. */
    synchronized Line expect(Pattern pattern) {
        Line line = new Line(pattern);
        expected.add(line);
        if (ended) fail(line);
        return line;
    }

    /** Starts to read; once. */
    void drain(Process process) {
        Thread reader = new Thread(() -> read(process.inputReader()), "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    private void read(BufferedReader reader) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                writer.write(line + "\n");
                writer.flush();
                take(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            end();
        }
    }

    private synchronized void take(String text) {
        last.add(text);
        if (last.size() > LAST_LINES) last.remove();
        expected.removeIf(line -> {
            Matcher matcher = line.pattern.matcher(text);
            return matcher.find() && line.found.complete(matcher);
        });
    }

    private synchronized void end() {
        ended = true;
        expected.forEach(Output::fail);
    }

    private static void fail(Line line) {
        line.found.completeExceptionally(new IOException("The process has ended."));
    }

    private synchronized String lastLines() {
        return String.join("\n", last);
    }
}
