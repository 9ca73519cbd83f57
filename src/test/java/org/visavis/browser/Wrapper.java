package org.visavis.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Programs that start another one in circumstances of its own, with the same arguments. */
final class Wrapper {
    private static final String WITHOUT_PRIORITY = "setpriv --bounding-set -sys_nice";

    private Wrapper() {}

    /** A program that runs another one on a host of a {@link Network}. */
    static Path onHost(String host, Path program) {
        return wrapper("ip netns exec " + host, program);
    }

    /**
     * A program that runs another one so that it cannot put itself before all others. Where tests run as root, Chromium would
     * make its threads for sound real-time ones, and its pages would wait for them: nobody's own browser may do that.
     */
    static Path withoutPriority(Path program) {
        boolean mightHaveIt =
                Command.run((WITHOUT_PRIORITY + " true").split(" ")).succeeded(); // only root may give it up
        return mightHaveIt ? wrapper(WITHOUT_PRIORITY, program) : program;
    }

    private static Path wrapper(String command, Path program) {
        try {
            Path file = Files.createTempFile("run-" + program.getFileName(), ".sh");
            Files.writeString(file, "#!/bin/sh\nexec " + command + " " + program + " \"$@\"\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
