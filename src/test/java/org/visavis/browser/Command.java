package org.visavis.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One run of a program of this machine, with all that it said. */
public record Command(int exitCode, String output) {
    static final int NOT_STARTED = -1;

    public boolean succeeded() {
        return exitCode == 0;
    }

    public static Command run(String... words) {
        return run(new ProcessBuilder(words), Map.of());
    }

    public static Command run(ProcessBuilder builder, Map<String, String> environment) {
        builder.environment().putAll(environment);
        try {
            Process process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), output);
        } catch (IOException absent) {
            return new Command(NOT_STARTED, absent.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while running " + builder.command(), stop);
        }
    }
}
