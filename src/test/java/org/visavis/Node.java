package org.visavis;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The Node.js that Playwright brings: runs what is JavaScript, and needs no page. */
public final class Node {
    private Node() {}

    /** Starts it with these arguments; errors come with the output. */
    public static Process start(List<String> arguments) throws IOException {
        return command(arguments).redirectErrorStream(true).start();
    }

    /** To be started with these arguments, by somebody who has something to say of its folder and environment. */
    public static ProcessBuilder command(List<String> arguments) throws IOException {
        ProcessBuilder node = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .createProcessBuilder();
        node.command(node.command().get(0));
        node.command().addAll(arguments);
        return node;
    }

    /** Runs it to its end, and gives what it has written. */
    public static String run(List<String> arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        try (InputStream output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
