package org.visavis.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.visavis.Deployments;
import org.visavis.launcher.LaunchedWar;

/** {@code java -jar visavis.war}, as a process of its own, on this computer or in the network of a test. */
final class ExecutableWar implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("(http://\\S+/)webrtc\\.html");

    private static final Pattern SECURE_ADDRESS = Pattern.compile("(https://\\S+/)webrtc\\.html");

    private static final Pattern ADMINISTRATOR_LINK = Pattern.compile("(https?://\\S+/admin\\.html#\\S+)");

    private final Process process;
    private final BufferedReader output;
    private final URI base;

    /** @param port 0 for any that is free */
    ExecutableWar(int port) {
        this(List.of(), "--port", Integer.toString(port), "--stun-port", "0");
    }

    /**
     * @param prefix of the command, to have it run elsewhere
     * @param arguments of the command; those that start with -D go to the JVM
     */
    ExecutableWar(List<String> prefix, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("it.java.home"), "bin", "java").toString());
        command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
        Stream.of(arguments).filter(argument -> argument.startsWith("-D")).forEach(command::add);
        command.addAll(List.of("-jar", Deployments.warFile().getPath()));
        Stream.of(arguments).filter(argument -> !argument.startsWith("-D")).forEach(command::add);
        try {
            command.add("--data=" + Files.createTempDirectory("data-")); // of its own
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("VISAVIS_"));
            builder.environment().put("VISAVIS_HTTPS_PORT", "0"); // for those who do not ask for one
            process = builder.start();
            output = process.inputReader(StandardCharsets.UTF_8);
            base = address(ADDRESS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private URI address(Pattern pattern) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            Matcher address = pattern.matcher(line);
            if (address.find()) return URI.create(address.group(1));
        }
        throw new IllegalStateException("java -jar visavis.war named no address: " + said);
    }

    /** Where it said that other computers find it over HTTPS, with a slash at the end. */
    URI secureBase() {
        try {
            return address(SECURE_ADDRESS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** By which the administrator comes in, once. */
    String administratorLink() {
        try {
            return address(ADMINISTRATOR_LINK).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where it said that it is, with a slash at the end. */
    URI base() {
        return base;
    }

    /** Lets it drain, or ends that, as an administrator does. */
    void toggleDrain() throws IOException, InterruptedException {
        LaunchedWar.toggleDrain(process);
    }

    /** Ends it as a power cut would: it says goodbye to nobody. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
