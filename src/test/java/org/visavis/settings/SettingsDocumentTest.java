package org.visavis.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of settings in the README are made of the settings themselves. */
class SettingsDocumentTest {
    private static final Pattern LINK = Pattern.compile("docs/[a-z-]+\\.md");

    private final String document = Files.readString(Path.of("README.md"));

    SettingsDocumentTest() throws IOException {}

    @Test
    void theTablesAreThoseOfTheCode() {
        List<String> rows =
                document.lines().filter(line -> line.startsWith("| `visavis.")).toList();
        String expected =
                Arrays.stream(Setting.values()).map(SettingsDocumentTest::row).collect(Collectors.joining("\n"));
        assertEquals(expected, String.join("\n", rows), "copy what is expected into the README");
    }

    @Test
    void whatItLeadsToExists() {
        for (Setting setting : Setting.values()) {
            LINK.matcher(setting.description())
                    .results()
                    .forEach(link -> assertTrue(Files.exists(Path.of(link.group())), link::group));
        }
    }

    private static String row(Setting setting) {
        String description = LINK.matcher(setting.description()).replaceAll("[$0]($0)");
        String option = setting.isForLauncher() ? ", `" + setting.option() + "`" : "";
        return "| `%s`%s | %s | %s |".formatted(setting.key(), option, setting.usual(), description);
    }
}
