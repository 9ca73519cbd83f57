package org.visavis.launcher;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.visavis.data.DataFolderException;

/** Where the data folder is. The launcher must know it before it can load the library that reads the command line. */
final class DataOption {
    static final String NAME = "--data";

    private static final String PROPERTY = "visavis.data";
    private static final String VARIABLE = "VISAVIS_DATA";

    private DataOption() {}

    /** The folder of the option, the system property or the environment; otherwise {@code .visavis} in the home folder. */
    static String of(String... args) throws DataFolderException {
        Optional<String> named = Stream.of(option(args), System.getProperty(PROPERTY), System.getenv(VARIABLE))
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
        return named.isPresent() ? named.get() : home();
    }

    private static String home() throws DataFolderException {
        Path home = Path.of(System.getProperty("user.home"));
        if (!home.isAbsolute()) { // Java's way to say that there is none
            throw new DataFolderException(
                    "The user who runs Visavis has no home folder; name a data folder with --data, visavis.data or"
                            + " VISAVIS_DATA.",
                    null);
        }
        return home.resolve(".visavis").toString();
    }

    /** The last one counts, as on every command line. What is wrong with it the command says later. */
    private static String option(String... args) {
        String value = null;
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(NAME + "=")) {
                value = args[i].substring(NAME.length() + 1);
            } else if (args[i].equals(NAME) && i + 1 < args.length) {
                value = args[++i];
            }
        }
        return value;
    }
}
