package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.SignalingClient;
import org.visavis.launcher.LaunchedWar.Exit;
import org.visavis.settings.Setting;

/** Settings of {@code java -jar}, of the launcher and of the application alike: where they come from and what is said of them. */
@Tag("standalone")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LaunchedSettingsIT {
    @TempDir
    private Path folder;

    private Path data;
    private LaunchedWar war;

    @BeforeEach
    void makeTheDataFolder() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
    }

    @AfterEach
    void end() {
        if (war != null) {
            war.close();
        }
    }

    @Test
    void eachOptionIsASetting() throws Exception {
        String help = launch(Map.of(), "--help").exit().output();
        Set<String> options = Pattern.compile("--[a-z-]+")
                .matcher(help)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        options.removeAll(Set.of("--help", "--version"));
        Set<String> expected = Stream.of(Setting.values())
                .filter(setting -> setting.isForLauncher()
                        || Set.of(Setting.DATA, Setting.STUN_PORT).contains(setting))
                .map(Setting::option)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, options);
    }

    @Test
    void theFileSpeaksToTheLauncherAndToTheApplication() throws Exception {
        settings("visavis.port=0\nvisavis.context=/file\nvisavis.room.capacity=7\n");
        URI address = launch(Map.of()).address();
        assertEquals("/file/webrtc.html", address.getPath());
        assertEquals(7, capacity(address));
    }

    @Test
    void theLogSaysWhatIsSetAndWhere() throws Exception {
        settings("visavis.room.capacity=7\nvisavis.context=/file\nvisavis.auth=open\n");
        launch(
                        Map.of("VISAVIS_TURN_SECRET", "open sesame"),
                        "-Dvisavis.resume.seconds=30",
                        "--port=0",
                        "--name=a.example",
                        "--name=b.example")
                .address();
        war.terminate();
        String log = war.exit().errors();
        for (String line : List.of(
                "visavis.room.capacity = 7 (visavis.properties)",
                "visavis.context = /file (visavis.properties)",
                "visavis.resume.seconds = 30 (system property)",
                "visavis.turn.secret = (secret) (environment)",
                "visavis.name = a.example,b.example (option)",
                "visavis.port = 0 (option)")) {
            assertTrue(log.contains(" " + line + System.lineSeparator()), line + " is not in " + log);
        }
        assertTrue(
                log.lines()
                        .anyMatch(line -> line.matches("[0-9:]+ Visavis \\d+\\.\\d+\\.\\d+\\S*, Java \\d.*,"
                                + " Apache Tomcat/[0-9.]+, context path /file, all addresses, HTTP port \\d+, data folder \\Q"
                                + data + "\\E")),
                log);
        assertFalse(log.contains("sesame"), log);
        assertFalse(log.contains("visavis.auth"), log); // it is what holds without it
    }

    @Test
    void aMisspelledNameKeepsItFromStarting() throws Exception {
        settings("visavis.auht=container\n");
        Exit exit = launch(Map.of("VISAVIS_ROOM_CAPACTIY", "8"), "-Dvisavis.prot=1", "--port", "0")
                .exit();
        assertEquals(1, exit.status());
        assertEquals(
                "Visavis cannot start: There is no setting visavis.prot (system property); did you mean visavis.port?"
                        + " There is no setting VISAVIS_ROOM_CAPACTIY (environment); did you mean VISAVIS_ROOM_CAPACITY?"
                        + " There is no setting visavis.auht (visavis.properties); did you mean visavis.auth?",
                exit.errors());
    }

    @Test
    void anErrorNamesTheFile() throws Exception {
        settings("visavis.port=none\n");
        Exit exit = launch(Map.of()).exit();
        assertEquals(2, exit.status());
        assertEquals(
                "visavis.port in visavis.properties must be a number from 0 to 65535, not \"none\". Try --help.",
                exit.errors());
    }

    @Test
    void aFileThatCannotBeReadKeepsItFromStarting() throws Exception {
        settings("visavis.turn.secret=\\u12\n");
        Exit exit = launch(Map.of(), "--port", "0").exit();
        assertEquals(1, exit.status());
        assertTrue(exit.errors().startsWith("The file " + data.resolve("visavis.properties") + " cannot be used: "));
        assertEquals(1, exit.errors().lines().count(), exit.errors());
    }

    private void settings(String text) throws IOException {
        Files.writeString(data.resolve("visavis.properties"), text);
    }

    private LaunchedWar launch(Map<String, String> environment, String... arguments) throws IOException {
        war = new LaunchedWar(folder, environment, List.of(arguments));
        return war;
    }

    private static int capacity(URI page) {
        try (SignalingClient ada = SignalingClient.signaling(page.resolve("."), "daily")) {
            return ada.join("Ada").getJsonObject("room").getInt("capacity");
        }
    }
}
