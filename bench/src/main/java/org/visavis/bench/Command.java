package org.visavis.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program that runs to its end before anything is measured, or in between. */
final class Command {
    private Command() {}

    /** What it has written, errors too. */
    static String run(List<String> words) throws IOException, InterruptedException {
        return run(new ProcessBuilder(words));
    }

    /** @throws IOException if it cannot be started or fails; its message ends with what it has written */
    static String run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        try (InputStream stream = process.getInputStream()) {
            String output = new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) throw new IOException(String.join(" ", builder.command()) + ": " + output);
            return output;
        } finally {
            process.destroyForcibly();
        }
    }
}
