package org.visavis;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;

/** The container of this run, as its Maven profile and src/test/containers describe it. */
public final class Container {
    static final Path DESCRIPTIONS = Path.of("src/test/containers");

    private static final Properties ALL = new Properties();

    static {
        try (Reader file = Files.newBufferedReader(DESCRIPTIONS.resolve("containers.properties"))) {
            ALL.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Container() {}

    /** As in arquillian.xml. */
    static String name() {
        return System.getProperty("arquillian.launch");
    }

    /** The one folder of its distribution, which Maven has unpacked. */
    public static Path home() {
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("it.container.folder")))) {
            return folders.filter(Files::isDirectory).findAny().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it looks for applications that are copied there. */
    static Path deployments() {
        return home().resolve(property("deployments"));
    }

    /** Whether it puts empty files beside what is copied there, which say how far it is. */
    static boolean marksCopies() {
        return Boolean.parseBoolean(property("marks"));
    }

    /** What it has written to the log that containers.md names. */
    static String log() {
        Path name = home().resolve(property("log")).normalize();
        try (Stream<Path> files = Files.list(name.getParent())) {
            StringBuilder log = new StringBuilder();
            for (Path file : files.filter(file -> file.toString().startsWith(name.toString()))
                    .toList()) {
                log.append(
                        Files.readString(file, StandardCharsets.ISO_8859_1)); // some write in the default of the system
            }
            return log.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it lets an application speak before it closes the WebSockets; a difference in containers.md. */
    static boolean saysGoodbye() {
        return Boolean.parseBoolean(property("goodbye"));
    }

    private static String property(String name) {
        return ALL.getProperty(name() + "." + name);
    }
}
