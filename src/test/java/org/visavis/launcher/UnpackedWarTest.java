package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start does that finds the WAR unpacked. What it does when it is killed or overwritten is in {@link DataFolderIT}. */
class UnpackedWarTest {
    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir
    private Path folder;

    @Test
    void theSecondStartWritesNothing() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path war = war("one");
        UnpackedWar first = UnpackedWar.of(war, data);
        Path all = first.folder().getParent();
        Files.setLastModifiedTime(all, LONG_AGO);

        assertEquals(first, UnpackedWar.of(war, data));
        assertEquals(LONG_AGO, Files.getLastModifiedTime(all));
    }

    @Test
    void anotherWarOfTheSameVersionIsUnpackedBesideIt() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        UnpackedWar first = UnpackedWar.of(war("one"), data);
        UnpackedWar second = UnpackedWar.of(war("two"), data);

        assertNotEquals(first, second);
        assertEquals("one", Files.readString(first.webapp().resolve("page.html")));
        assertEquals("two", Files.readString(second.webapp().resolve("page.html")));
    }

    private Path war(String page) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "1.2");
        Path war = folder.resolve("visavis.war");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(war), manifest)) {
            jar.putNextEntry(new ZipEntry("page.html"));
            jar.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return war;
    }
}
