package org.visavis.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The WAR's main class, which uses nothing but the JDK. A JVM cannot load classes from jars inside a WAR, so this class
 * unpacks the WAR to a temporary folder and runs {@code StartCommand} in a class loader over the unpacked libraries.
 *
 * <p>The main thread does all the work and undoes it in reverse order. The shutdown hook (Ctrl-C, SIGTERM) only requests
 * the stop and waits for it.
 */
public final class Launcher {

    /**
     * How long the hook waits for the stop, which takes well under a second. Docker kills a process 10 s after SIGTERM,
     * Kubernetes after 30 s.
     */
    private static final long STOP_SECONDS = 8;

    private Launcher() {}

    public static void main(String[] args) throws ReflectiveOperationException, URISyntaxException {
        System.setProperty("java.util.logging.manager", ShutdownLogging.class.getName()); // before anything is logged
        Halt.onErrors();
        CountDownLatch stopRequested = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> requestStop(stopRequested, stopped), "stop"));
        int status = 1;
        try {
            status = launch(args, stopRequested);
        } catch (IOException e) {
            System.err.println("Visavis cannot unpack itself to the temporary folder "
                    + System.getProperty("java.io.tmpdir") + ": " + e.getMessage());
        } finally {
            stopped.countDown();
        }
        System.exit(status);
    }

    private static void requestStop(CountDownLatch stopRequested, CountDownLatch stopped) {
        stopRequested.countDown();
        try {
            stopped.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int launch(String[] args, CountDownLatch stopRequested)
            throws IOException, ReflectiveOperationException, URISyntaxException {
        Path war = Path.of(Launcher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path folder = Files.createTempDirectory("visavis-").toAbsolutePath(); // java.io.tmpdir may be relative
        try {
            Path webapp = folder.resolve("webapp");
            unpack(war, webapp);
            // The parent is not the application class loader, which would find StartCommand in the WAR but no
            // libraries.
            try (URLClassLoader loader =
                    new URLClassLoader("embedded", classPath(war, webapp), ClassLoader.getPlatformClassLoader())) {
                Thread.currentThread().setContextClassLoader(loader);
                return (int) loader.loadClass("org.visavis.launcher.StartCommand")
                        .getMethod("run", Path.class, CountDownLatch.class, String[].class)
                        .invoke(null, webapp, stopRequested, args);
            }
        } finally {
            delete(folder);
        }
    }

    private static void unpack(Path war, Path target) throws IOException {
        try (JarFile jar = new JarFile(war.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.isDirectory() || entry.getName().startsWith("org/")) { // org/: the launcher itself
                    continue;
                }
                Path file = target.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (InputStream content = jar.getInputStream(entry)) {
                    Files.copy(content, file);
                }
                // ETag and Last-Modified are made from it, so browser caches stay valid over a restart of the server.
                Files.setLastModifiedTime(file, entry.getLastModifiedTime());
            }
        }
    }

    private static URL[] classPath(Path war, Path webapp) throws IOException {
        List<URL> urls = new ArrayList<>();
        urls.add(war.toUri().toURL());
        try (Stream<Path> jars = Files.list(webapp.resolve("WEB-INF/embedded"))) {
            for (Path jar : jars.toList()) {
                urls.add(jar.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
