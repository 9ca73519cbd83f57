package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.Deployments;
import org.visavis.SignalingClient;
import org.visavis.data.FileTree;
import org.visavis.launcher.LaunchedWar.Exit;

/** What {@code java -jar} keeps in its data folder, and what it does without. */
@Tag("standalone")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DataFolderIT {
    private static final int SIGTERM_STATUS = 128 + 15;

    @TempDir
    private Path folder;

    private Path war;
    private Path data;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<LaunchedWar> launched = new ArrayList<>();

    @BeforeEach
    void copyTheWar() throws IOException {
        data = folder.resolve("data");
        war = Files.copy(Deployments.warFile().toPath(), folder.resolve("visavis.war"));
    }

    @AfterEach
    void endAll() {
        launched.forEach(LaunchedWar::close);
    }

    @Test
    void aWarThatIsOverwrittenDoesNoHarm() throws Exception {
        URI page = launch("--port", "0").address();
        byte[] garbage = new byte[(int) Files.size(war) / 2];
        new Random(1).nextBytes(garbage);
        Files.write(war, garbage); // the same file, as cp does

        for (String path : pathsOfPages()) {
            assertEquals(200, status(page.resolve("/" + path)), path);
        }
        SignalingClient ada = SignalingClient.signaling(page.resolve("/"), "daily");
        ada.join("Ada");
        ada.close();
        last().terminate();
        Exit exit = last().exit();
        assertEquals(SIGTERM_STATUS, exit.status(), exit.errors());
        assertTrue(exit.errors().endsWith("Visavis has stopped."), exit.errors());
        assertFalse(exit.errors().contains("Exception"), exit.errors());
    }

    /** Each of the same version, with other content. */
    @Test
    void fourUpgradesInARowLoseNothing() throws Exception {
        Files.createDirectory(data);
        Files.writeString(data.resolve("visavis.properties"), "visavis.room.capacity=7\nvisavis.https.port=any\n");
        Map<String, String> fromTheFile = Map.of("VISAVIS_HTTPS_PORT", "");
        launch(fromTheFile, "--port", "0").address();
        Map<String, Long> certificates = checksumsIn(data.resolve("certificates"));
        for (int upgrade = 1; upgrade <= 4; upgrade++) {
            Path before = application();
            last().terminate();
            last().exit();
            change("upgrade " + upgrade);

            URI page = launch(fromTheFile, "--port", "0").address();

            assertEquals("upgrade " + upgrade, get(page));
            assertFalse(Files.exists(before), "the one that no process uses is still there");
            assertTrue(application().getFileName().toString().matches("\\d+\\.\\d+\\.\\d+.*-[0-9a-f]{12}"));
            assertEquals(certificates, checksumsIn(data.resolve("certificates")));
            try (SignalingClient ada = SignalingClient.signaling(page.resolve("/"), "daily")) {
                assertEquals(7, ada.join("Ada").getJsonObject("room").getInt("capacity"));
            }
        }
        assertFalse(certificates.isEmpty());
    }

    /** However far it has come. */
    @Test
    void aStartThatIsKilledWhileItUnpacksHarmsNoLaterOne() throws Exception {
        Path draft = data.resolve("application/unpacking");
        do { // until it is killed in the middle
            FileTree.delete(data);
            LaunchedWar killed = launch("--help");
            while (!Files.exists(draft.resolve("webapp")) && killed.isAlive()) {
                Thread.onSpinWait();
            }
            killed.close();
        } while (!Files.exists(draft));

        URI page = launch("--port", "0").address();

        assertEquals(200, status(page));
        assertFalse(Files.exists(draft));
        assertEquals(checksumsIn(war), checksumsIn(application().resolve("webapp")));
    }

    @Test
    void cleanersOfTheTemporaryFolderTakeNothing() throws Exception {
        URI page = launch("--port", "0").address();
        SignalingClient ada = SignalingClient.signaling(page.resolve("/"), "daily");
        ada.join("Ada");
        ada.close();
        clean(folder.resolve("tmp"));
        for (String path : pathsOfPages()) {
            assertEquals(200, status(page.resolve("/" + path)), path);
        }
        assertEquals(200, status(page.resolve("/")));
    }

    @Test
    void theSecondProcessIsToldWhoHasTheFolder() throws Exception {
        LaunchedWar first = launch("--port", "0");
        URI page = first.address();

        Exit second = launch("--port", "0").exit();

        assertEquals(1, second.status());
        assertTrue(
                second.errors()
                        .matches("\\QThe data folder " + data + " is used by process " + first.pid()
                                + ", started at \\E[0-9: -]{19}; stop it, or name another folder .*"),
                second.errors());
        assertEquals(200, status(page));
        assertEquals(0, launch("--help").exit().status());
    }

    @Test
    void aServerThatWasKilledLeavesTheFolderToTheNext() throws Exception {
        launch("--port", "0").address();
        last().close(); // kill -9
        assertEquals(200, status(launch("--port", "0").address()));
    }

    @Test
    void nobodyElseCanReadIt() throws Exception {
        launch("--port", "0").address();
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : Stream.concat(Stream.of(data), files).toList()) {
                String expected = Files.isDirectory(file) ? "rwx------" : "rw-------";
                assertEquals(
                        expected, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), file::toString);
            }
        }
    }

    @Test
    void isInTheHomeFolderUnlessNamed() throws Exception {
        Map<String, String> unset = Map.of("VISAVIS_DATA", "");
        Path home = Files.createDirectory(folder.resolve("home"));
        launch(unset, "-Duser.home=" + home, "--version").exit();
        assertTrue(Files.isDirectory(home.resolve(".visavis/application")));

        Exit without = launch(unset, "-Duser.home=?", "--port", "0").exit();
        assertEquals(1, without.status());
        assertEquals(
                "The user who runs Visavis has no home folder; name a data folder with --data, visavis.data or"
                        + " VISAVIS_DATA.",
                without.errors());
    }

    @Test
    void theOptionWinsOverThePropertyAndThatOverTheVariable() throws Exception {
        for (String winner : List.of("--data=" + folder.resolve("a"), "-Dvisavis.data=" + folder.resolve("a"))) {
            launch(winner, "--version").exit();
        }
        assertTrue(Files.isDirectory(folder.resolve("a")));
        assertFalse(Files.exists(data));
    }

    @Test
    void saysWhyAFolderCannotBeUsed() throws Exception {
        Exit exit = launch("--data", war.toString(), "--port", "0").exit();
        assertEquals(1, exit.status());
        assertEquals(
                "Visavis cannot use the data folder " + war
                        + " (it is a file); name one that its user can make or write,"
                        + " with --data, visavis.data or VISAVIS_DATA.",
                exit.errors());
    }

    private LaunchedWar launch(String... arguments) throws IOException {
        return launch(Map.of(), arguments);
    }

    private LaunchedWar launch(Map<String, String> environment, String... arguments) throws IOException {
        launched.add(new LaunchedWar(war, folder, environment, List.of(arguments)));
        return last();
    }

    private LaunchedWar last() {
        return launched.get(launched.size() - 1);
    }

    /** The unpacked application, of which there is one. */
    private Path application() throws IOException {
        try (Stream<Path> all = Files.list(data.resolve("application"))) {
            List<Path> folders = all.filter(Files::isDirectory).toList();
            assertEquals(1, folders.size(), folders::toString);
            return folders.get(0);
        }
    }

    /** Builds the same version anew, with another page. */
    private void change(String page) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(war)) {
            Files.writeString(zip.getPath("webrtc.html"), page);
        }
    }

    /** Deletes what a cleaner deletes to which everything is too old. */
    private static void clean(Path temporary) throws Exception {
        Path rules = Files.writeString(temporary.resolveSibling("clean.conf"), "e " + temporary + " - - - 0\n");
        try {
            Process cleaner = new ProcessBuilder("systemd-tmpfiles", "--clean", rules.toString())
                    .inheritIO()
                    .start();
            assertEquals(0, cleaner.waitFor());
        } catch (IOException notInstalled) { // no Debian, or one without systemd
            try (Stream<Path> files = Files.list(temporary)) {
                for (Path file : files.toList()) {
                    FileTree.delete(file);
                }
            }
        }
    }

    private List<String> pathsOfPages() throws IOException {
        try (JarFile jar = new JarFile(Deployments.warFile())) {
            return jar.stream()
                    .filter(entry -> entry.getName().matches("[^/]+\\.(html|css|js)|js/.+\\.js"))
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    private Map<String, Long> checksumsIn(Path place) throws IOException {
        Map<String, Long> checksums = new TreeMap<>();
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    CRC32 checksum = new CRC32();
                    checksum.update(Files.readAllBytes(file));
                    checksums.put(place.relativize(file).toString(), checksum.getValue());
                }
            }
        } else {
            try (JarFile jar = new JarFile(place.toFile())) {
                jar.stream()
                        .filter(entry ->
                                !entry.isDirectory() && !entry.getName().startsWith("org/"))
                        .forEach(entry -> checksums.put(entry.getName(), entry.getCrc()));
            }
        }
        return checksums;
    }

    private int status(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private String get(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }
}
