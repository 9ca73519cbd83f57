package org.visavis.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.visavis.data.DataFolderException;
import org.visavis.settings.Origin;
import org.visavis.settings.Setting;
import org.visavis.settings.SettingSources;

/** Where the data folder is. The launcher must know it before it can load the library that reads the command line. */
final class DataOption {
    static final String NAME = "--data";

    private DataOption() {}

    /** The folder of the option, the system property or the environment; otherwise {@code .visavis} in the home folder. */
    static String of(String... args) throws DataFolderException {
        String named =
                SettingSources.ofProcess().with(Origin.OPTION, option(args)).value(Setting.DATA);
        return named == null ? home() : named;
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
    private static Map<String, String> option(String... args) {
        Map<String, String> option = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(NAME + "=")) {
                option.put(NAME, args[i].substring(NAME.length() + 1));
            } else if (args[i].equals(NAME) && i + 1 < args.length) {
                option.put(NAME, args[++i]);
            }
        }
        return option;
    }
}
