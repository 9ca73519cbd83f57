package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.visavis.Deployments;

/** {@code java -jar visavis.war} as a process of its own, ended when closed. */
public final class LaunchedWar implements AutoCloseable {

    private static final String READY = "Visavis is ready: ";

    private final Process process;
    private final BufferedReader output;
    private final Path errors;

    /** What a process left: its exit status and all that it wrote and nobody has read yet. */
    public record Exit(int status, String output, String errors) {}

    /**
     * Starts it.
     *
     * @param folder takes the data folder and the temporary folder of the process, {@code folder/data} and
     *     {@code folder/tmp}, and its standard error
     * @param environment variables of Visavis; no other is set, whatever this process has
     * @param arguments of the command; those that start with -D or -X go to the JVM, those that start with ulimit
     *     to the shell
     */
    public LaunchedWar(Path folder, Map<String, String> environment, List<String> arguments) throws IOException {
        this(Deployments.warFile().toPath(), folder, environment, arguments);
    }

    /** Starts another file than the one that the build has made. */
    LaunchedWar(Path war, Path folder, Map<String, String> environment, List<String> arguments) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        errors = folder.resolve("errors");
        List<String> command = new ArrayList<>();
        List<String> limits =
                arguments.stream().filter(LaunchedWar::isForTheShell).toList();
        if (!limits.isEmpty()) {
            command.addAll(List.of("sh", "-c", String.join(";", limits) + "; exec \"$@\"", "sh"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.io.tmpdir=" + temporary);
        arguments.stream().filter(LaunchedWar::isForTheJvm).forEach(command::add);
        command.addAll(List.of("-jar", war.toString()));
        arguments.stream()
                .filter(argument -> !isForTheJvm(argument) && !isForTheShell(argument))
                .forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        // The JVM writes what it finds in JAVA_TOOL_OPTIONS to standard error.
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("VISAVIS_") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().put("VISAVIS_DATA", folder.resolve("data").toString());
        builder.environment().put("VISAVIS_STUN_PORT", "0"); // there may be another on this computer
        builder.environment().put("VISAVIS_HTTPS_PORT", "0"); // likewise; a test that needs one takes any
        builder.environment().putAll(environment);
        process = builder.start();
        output = process.inputReader();
    }

    private static boolean isForTheShell(String argument) {
        return argument.startsWith("ulimit ");
    }

    private static boolean isForTheJvm(String argument) {
        return argument.startsWith("-D") || argument.startsWith("-X");
    }

    /** Waits for the line that says where the page is over HTTP. */
    public URI address() throws IOException {
        return URI.create(lineWith(READY).substring(READY.length()));
    }

    /** Waits for the line that says where the page is over HTTPS. The address is that of this computer itself. */
    public URI secureAddress() throws IOException {
        String line = lineWith("https://");
        return URI.create(line.substring(line.indexOf("https://")).replaceFirst("//(\\[.*]|[^:]*):", "//localhost:"));
    }

    /** Waits for a line with this in its output. */
    String lineWith(String part) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(part)) {
                return line;
            }
        }
        return fail("Visavis did not get ready: " + Files.readString(errors));
    }

    /** Waits until there is a line in the standard error that contains this. */
    void awaitError(String part) throws IOException, InterruptedException {
        while (!Files.readString(errors).contains(part)) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                fail("Visavis has ended: " + Files.readString(errors));
            }
        }
    }

    /** Of its JVM. */
    public long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGTERM, where the system has signals. By way of the handle, because Process itself would close the streams. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** Sends it the signal that starts or ends the drain. */
    void toggleDrain() throws IOException, InterruptedException {
        toggleDrain(process);
    }

    /** Sends it to another one. */
    public static void toggleDrain(Process server) throws IOException, InterruptedException {
        int status = new ProcessBuilder("sh", "-c", "kill -USR1 " + server.pid())
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) throw new IOException("There is no process " + server.pid() + " to be drained.");
    }

    /** Waits until the process has ended. */
    public Exit exit() throws IOException, InterruptedException {
        String rest = output.lines().collect(Collectors.joining("\n"));
        return new Exit(process.waitFor(), rest, Files.readString(errors).strip());
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
