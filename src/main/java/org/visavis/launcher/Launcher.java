package org.visavis.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.visavis.data.DataFolder;
import org.visavis.data.DataFolderException;

/**
 * The WAR's main class, which uses nothing but the JDK. A JVM cannot load classes from jars inside a WAR, and none at all
 * from a WAR that has been replaced, so this class unpacks the WAR to the data folder and runs {@code StartCommand} from
 * there.
 */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) throws ReflectiveOperationException, URISyntaxException {
        System.setProperty("java.util.logging.manager", ShutdownLogging.class.getName());
        LogManager.getLogManager(); // loads it while the WAR is what it was
        System.exit(launch(args));
    }

    private static int launch(String... args) throws ReflectiveOperationException, URISyntaxException {
        try {
            Path data = DataFolder.prepare(DataOption.of(args));
            UnpackedWar application = unpack(data);
            // The parent is not the application class loader, which would find StartCommand in the WAR but no
            // libraries.
            try (URLClassLoader loader =
                    new URLClassLoader("embedded", application.classPath(), ClassLoader.getPlatformClassLoader())) {
                Thread.currentThread().setContextClassLoader(loader);
                return (int) loader.loadClass("org.visavis.launcher.StartCommand")
                        .getMethod("run", Path.class, Path.class, String[].class)
                        .invoke(null, data, application.folder(), args);
            }
        } catch (IOException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static UnpackedWar unpack(Path data) throws DataFolderException, URISyntaxException {
        try {
            return UnpackedWar.of(war(), data);
        } catch (IOException e) {
            throw new DataFolderException(
                    "Visavis cannot unpack itself to the data folder " + data + ": " + e.getMessage() + ".", e);
        }
    }

    private static Path war() throws URISyntaxException {
        return Path.of(Launcher.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }
}
