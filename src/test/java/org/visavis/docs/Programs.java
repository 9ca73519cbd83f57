package org.visavis.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.visavis.browser.Command;

/**
 * The servers that the documentation configures, from Debian's packages. They are unpacked into the folder of the tools:
 * an installation needs root, and would start some of them.
 */
public final class Programs {
    private static final List<String> PACKAGES = List.of(
            "apache2-bin",
            "caddy",
            "coturn",
            "curl",
            "libapache2-mod-auth-openidc",
            "nginx",
            "openssl",
            "prometheus",
            "systemd");

    /** Another one for other packages, since an old one lacks some. */
    private static final Path FOLDER = Path.of(
                    System.getProperty("it.tools"), "debian-" + Integer.toHexString(PACKAGES.hashCode()))
            .toAbsolutePath();

    private Programs() {}

    /** A command that runs one of them, with the libraries that were unpacked beside it. */
    public static ProcessBuilder command(String program, Object... arguments) {
        List<String> words = new ArrayList<>(List.of(find(program).toString()));
        Stream.of(arguments).map(Object::toString).forEach(words::add);
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("LD_LIBRARY_PATH", libraries());
        return builder;
    }

    /** A program, or a module of Apache. */
    static Path find(String name) {
        unpack();
        for (Path root : List.of(FOLDER, Path.of("/"))) {
            for (String folder : List.of("usr/sbin", "usr/bin", "bin", "usr/lib/apache2/modules")) {
                Path file = root.resolve(folder).resolve(name);
                if (Files.exists(file)) return file;
            }
        }
        throw new IllegalStateException("The tests of the documentation need " + name
                + ": install it (Debian: apt-get install " + String.join(" ", PACKAGES) + ").");
    }

    private static String libraries() {
        if (!Files.exists(FOLDER)) return "";
        try (Stream<Path> files = Files.walk(FOLDER.resolve("usr/lib"), 2)) {
            return files.filter(file -> file.getFileName().toString().contains(".so"))
                    .map(file -> file.getParent().toString())
                    .distinct()
                    .collect(Collectors.joining(":"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized void unpack() {
        if (Files.exists(FOLDER) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) return;
        try {
            Path tools = Files.createDirectories(FOLDER.getParent());
            try (FileChannel channel = FileChannel.open(
                    tools.resolve("debian.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock(); // closing the channel releases it
                if (!Files.exists(FOLDER)) unpackInto(tools);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Downloads what is not installed here, with what it depends on. With lists of its own, apt needs no rights. */
    private static void unpackInto(Path tools) throws IOException {
        Path work = Files.createTempDirectory(tools, "debian");
        Files.createDirectories(work.resolve("lists/partial"));
        Files.createDirectories(work.resolve("archives/partial"));
        Files.createDirectories(work.resolve("root/usr/lib"));
        String options = " -o Debug::NoLocking=true -o Dir::State::lists=$PWD/lists -o Dir::Cache=$PWD/cache"
                + " -o Dir::Cache::archives=$PWD/archives -o APT::Sandbox::User=$(id -un) ";
        run(
                work,
                "apt-get -q" + options + "update"
                        + " && apt-get -q -y" + options
                        + "install --download-only --no-upgrade --no-install-recommends "
                        + String.join(" ", PACKAGES)
                        + " && for package in archives/*.deb; do dpkg-deb -x \"$package\" root; done");
        Files.move(work.resolve("root"), FOLDER, StandardCopyOption.ATOMIC_MOVE);
        run(tools, "rm -r " + work.getFileName());
    }

    private static void run(Path folder, String script) {
        Command run = Command.run(new ProcessBuilder("sh", "-c", script).directory(folder.toFile()), Map.of());
        if (!run.succeeded()) throw new IllegalStateException(script + "\n" + run.output());
    }
}
