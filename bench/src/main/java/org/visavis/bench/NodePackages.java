package org.visavis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The scripts of bench/peers and the packages that they need, as package-lock.json names them, in a folder of the build. */
final class NodePackages {
    private static final Path SOURCE = Path.of(System.getProperty("bench.peers", "bench/peers"));
    private static final Path FOLDER =
            Path.of(System.getProperty("bench.folder", "target/bench")).resolve("peers");

    private static final String LOCK = "package-lock.json";

    /** npm writes it last, so where it is, all is. */
    private static final String COMPLETE = "node_modules/.package-lock.json";

    private static final Pattern VERSION = Pattern.compile("\"version\": *\"([^\"]+)\"");

    /** Once it has failed it is not tried again: each time would wait for the network. */
    private static String failure;

    private NodePackages() {}

    /** Where the scripts can be run; installs the packages the first time. */
    static synchronized Path folder() throws IOException, InterruptedException, MissingContender {
        if (failure != null) throw new MissingContender(failure);
        Path folder = FOLDER.toAbsolutePath();
        Files.createDirectories(folder);
        Path lock = folder.resolve(LOCK);
        boolean installed = Files.exists(folder.resolve(COMPLETE)) && Files.mismatch(SOURCE.resolve(LOCK), lock) == -1;
        try (Stream<Path> files = Files.list(SOURCE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!installed) install(folder);
        return folder;
    }

    private static void install(Path folder) throws InterruptedException, MissingContender {
        List<String> words = List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1");
        try {
            Command.run(new ProcessBuilder(words).directory(folder.toFile()));
        } catch (IOException e) {
            failure = "Its packages could not be installed: " + e.getMessage();
            throw new MissingContender(failure);
        }
    }

    /** Of an installed package. */
    static String version(String name) throws IOException {
        String description =
                Files.readString(FOLDER.resolve("node_modules").resolve(name).resolve("package.json"));
        Matcher version = VERSION.matcher(description);
        return version.find() ? version.group(1) : "unknown";
    }
}
