package org.visavis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A WAR that an administrator has put into the folder that the container watches. It is there as a whole at once, and
 * goes when the container is done with it: GlassFish no longer looks there once it was disturbed.
 */
final class CopiedWar implements AutoCloseable {
    /** Containers look into their folder every few seconds, Tomcat every ten. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path copy;

    CopiedWar(WebArchive war, String name) throws IOException {
        copy = Container.deployments().resolve(name);
        Path whole = Container.home().resolveSibling(name); // in the same file system
        war.as(ZipExporter.class).exportTo(whole.toFile(), true);
        Files.deleteIfExists(marker("_deployFailed")); // of an earlier copy
        Files.move(whole, copy, StandardCopyOption.ATOMIC_MOVE);
    }

    static boolean comesTrue(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos()); // between two looks
        }
        return condition.getAsBoolean();
    }

    @Override
    public void close() throws IOException {
        boolean dealtWith = !Container.marksCopies() || comesTrue(() -> isMarked("_deployed", "_deployFailed"));
        boolean runs = isMarked("_deployed");
        Files.delete(copy);
        assertTrue(dealtWith, () -> copy + " was not deployed");
        assertTrue(!runs || comesTrue(() -> isMarked("_undeployed")), () -> copy + " was not undeployed");
    }

    @Override
    public String toString() {
        return copy.toString();
    }

    private boolean isMarked(String... suffixes) {
        return Stream.of(suffixes).map(this::marker).anyMatch(Files::exists);
    }

    private Path marker(String suffix) {
        return copy.resolveSibling(copy.getFileName() + suffix);
    }
}
