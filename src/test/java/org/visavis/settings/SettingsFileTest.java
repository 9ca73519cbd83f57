package org.visavis.settings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    private Path folder;

    @Test
    void isInUtf8() throws IOException {
        write("# comment\nvisavis.auth = open\nvisavis.turn.secret.file=/geheim/schlüssel\n");
        assertEquals(
                Map.of("visavis.auth", "open", "visavis.turn.secret.file", "/geheim/schlüssel"),
                SettingsFile.read(file()));
    }

    @Test
    void needNotExist() {
        assertEquals(Map.of(), SettingsFile.read(file()));
    }

    @Test
    void mayBeWrittenOnWindows() throws IOException {
        write("\uFEFFvisavis.auth=open\r\nvisavis.room.capacity=8\r\n");
        assertEquals(Map.of("visavis.auth", "open", "visavis.room.capacity", "8"), SettingsFile.read(file()));
    }

    @Test
    void saysWhatIsWrongWithIt() throws IOException {
        Files.write(file(), "visavis.turn.secret=ä".getBytes(ISO_8859_1));
        assertRefused("it is not in UTF-8");
        write("visavis.turn.secret=\\u12\n");
        assertRefused("a backslash and a u in it are not followed by four hexadecimal digits");
        write("visavis.data=/var/lib/visavis\n");
        assertRefused("visavis.data cannot be in it, since it says where the file is");
    }

    private Path file() {
        return folder.resolve("visavis.properties");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
    }

    private void assertRefused(String reason) {
        assertEquals(
                "The file " + file() + " cannot be used: " + reason + ".",
                assertThrows(IllegalArgumentException.class, () -> SettingsFile.read(file()))
                        .getMessage());
    }
}
