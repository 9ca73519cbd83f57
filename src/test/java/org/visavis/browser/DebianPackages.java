package org.visavis.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What tests need from Debian's or Ubuntu's packages, where they may install some. */
final class DebianPackages {
    private static final System.Logger LOG = System.getLogger(DebianPackages.class.getName());
    private static final Path APT = Path.of("/usr/bin/apt-get");

    private DebianPackages() {}

    /** Whether the packages are there now. Builds that run at the same moment wait for each other. */
    static boolean install(String... packages) {
        if (!Files.isExecutable(APT)) return false;
        boolean root = Command.run("id", "-u").output().strip().equals("0");
        if (!root && !Command.run("sudo", "-n", "true").succeeded()) return false;
        List<String> prefix = root ? List.of() : List.of("sudo", "-n");
        try (FileChannel channel = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock(); // closing the channel releases it
            LOG.log(System.Logger.Level.INFO, "Installing {0} for the tests", String.join(" ", packages));
            List<String> install = new ArrayList<>(List.of("install", "-y", "--no-install-recommends"));
            install.addAll(List.of(packages));
            return apt(prefix, List.of("update")) && apt(prefix, install);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path lockFile() throws IOException {
        Path tools = Files.createDirectories(Path.of(System.getProperty("it.tools")));
        return tools.resolve("packages.lock");
    }

    private static boolean apt(List<String> prefix, List<String> words) {
        List<String> command = new ArrayList<>(prefix);
        // sudo drops the environment, so that the variable has to be in the command; 600 s outlast another
        // installation.
        command.addAll(
                List.of("env", "DEBIAN_FRONTEND=noninteractive", APT.toString(), "-o", "DPkg::Lock::Timeout=600"));
        command.addAll(words);
        Command run = Command.run(new ProcessBuilder(command), Map.of());
        if (!run.succeeded()) LOG.log(System.Logger.Level.WARNING, "{0} failed: {1}", command, run.output());
        return run.succeeded();
    }
}
