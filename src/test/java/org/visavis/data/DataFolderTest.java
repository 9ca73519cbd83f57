package org.visavis.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path folder;

    private Path data;

    /** What another process does, which says whether it could. */
    public static final class OtherProcess {
        private OtherProcess() {}

        public static void main(String[] args) throws IOException {
            try (DataFolder data = DataFolder.open(args[0])) {
                System.out.println("opened " + data.path());
            } catch (DataFolderException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
        data = folder.resolve("in/between");
        try (DataFolder open = DataFolder.open(data.toString())) {
            assertEquals(data, open.path());
            OwnerOnly.write(open.secrets().resolve("one"), new byte[] {1});
            OwnerOnly.write(open.secrets().resolve("one"), new byte[] {1, 2});
            for (Path made : new Path[] {data, data.getParent(), open.certificates(), open.secrets()}) {
                assertEquals("rwx------", permissions(made), made::toString);
            }
            assertEquals("rw-------", permissions(open.secrets().resolve("one")));
            assertEquals("rw-------", permissions(data.resolve("lock")));
            assertEquals(2, Files.size(open.secrets().resolve("one")));
        }
    }

    @Test
    void closesItsOwnFolderToOthersAndAnEmptyOne() throws IOException {
        open(folder, "rwxr-xr-x");
        DataFolder.open(folder.toString()).close();
        assertEquals("rwx------", permissions(folder));
        open(folder, "rwxrwxrwx");
        DataFolder.open(folder.toString()).close();
        assertEquals("rwx------", permissions(folder));
        Path prepared = Files.createDirectory(folder.resolve("prepared"));
        Files.createFile(prepared.resolve("visavis.properties"));
        DataFolder.open(prepared.toString()).close();
        assertEquals("rwx------", permissions(prepared));
    }

    @Test
    void leavesAFolderOfSomethingElseAlone() throws IOException {
        Files.createFile(folder.resolve("of somebody else"));
        open(folder, "rwxr-xr-x");
        assertRefused(
                folder,
                "The data folder " + folder
                        + " has files of something else in it, and others can read it; name an empty or"
                        + " a new one, or close it to others (chmod 700).");
        assertEquals("rwxr-xr-x", permissions(folder));
    }

    @Test
    void followsASymbolicLink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("real")));
        DataFolder.open(link.toString()).close();
        assertTrue(Files.exists(folder.resolve("real/lock")));
    }

    @Test
    void saysWhyAFolderCannotBeMade() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        String advice = "; name one that its user can make or write, with --data, visavis.data or VISAVIS_DATA.";
        assertRefused(file, "Visavis cannot use the data folder " + file + " (it is a file)" + advice);
        Path below = file.resolve("below");
        assertRefused(below, "Visavis cannot use the data folder " + below + " (Not a directory)" + advice);
    }

    @Test
    void oneProcessUsesItAtATime() throws Exception {
        data = folder.resolve("data");
        long pid = ProcessHandle.current().pid();
        try (DataFolder open = DataFolder.open(data.toString())) {
            assertRefused(
                    data,
                    "The data folder " + data + " is used by another application of this server; give each its own by a"
                            + " context parameter visavis.data.");
            String refusal = otherProcess(); // it has not lost the lock by the attempt before
            assertTrue(
                    refusal.matches("\\QThe data folder " + open.path() + " is used by process " + pid
                            + ", started at \\E\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d; stop it, or name another .*"),
                    refusal);
        }
        assertEquals("opened " + data, otherProcess());
    }

    private String otherProcess() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output.strip();
    }

    private static void assertRefused(Path path, String sentence) {
        assertEquals(
                sentence,
                assertThrows(DataFolderException.class, () -> DataFolder.open(path.toString()))
                        .getMessage());
    }

    private static void open(Path folder, String permissions) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
