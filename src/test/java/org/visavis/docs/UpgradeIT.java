package org.visavis.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.Container;
import org.visavis.Deployments;

/** Tomcat as docs/containers.md and docs/data.md have it set up and upgraded, with the log that they name. */
@Tag("tomcat")
class UpgradeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int GONE = 404;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Tomcat tomcat;
    private Path data;
    private Server server;

    @BeforeEach
    void setUp() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        tomcat = new Tomcat(folder.resolve("base"));
        tomcat.useOwnServerXml();
        Path serverXml = tomcat.conf("server.xml");
        Files.writeString(
                serverXml,
                DocBlock.replace( // looks for files each second
                        Files.readString(serverXml), "<Engine ", "<Engine backgroundProcessorDelay=\"1\" "));
        Files.writeString(
                tomcat.conf("catalina.properties"),
                Files.readString(Container.home().resolve("conf/catalina.properties")) + "\nvisavis.data=" + data
                        + "\n");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void settingsInTheDataFolderOutliveTheFile() throws Exception {
        settings("visavis.auth=container\nvisavis.room.capacity=7\n");
        start();
        for (int version = 1; version <= 4; version++) {
            copy(version);
            await(200);
            assertTrue(loginRequired(), "upgrade " + version);
            assertTrue(
                    log().contains("visavis.auth = container (visavis.properties)")
                            && log().contains("visavis.room.capacity = 7 (visavis.properties)"),
                    this::log);
            remove();
        }
    }

    /** Without being told so. */
    @Test
    void aLoginThatIsLostWithTheFileDoesNotLeaveTheHouseOpen() throws Exception {
        Path context = tomcat.conf("Catalina/localhost/visavis.xml");
        Files.createDirectories(context.getParent());
        Files.writeString(context, "<Context><Parameter name=\"visavis.auth\" value=\"container\"/></Context>\n");
        copy(1);
        start();
        await(200);
        assertTrue(loginRequired());
        remove();
        assertFalse(Files.exists(context), "Tomcat has kept it: containers.md says that it does not");

        copy(2);
        awaitLog("Visavis cannot start: The setting visavis.auth is missing, but with this data folder (" + data
                + ") a login or a token was required. Set it again; or, if anybody may join, set it to 'open'.");
        assertEquals(GONE, status());
        remove();

        settings("visavis.auth=open\n");
        copy(3);
        await(200);
        assertFalse(loginRequired());
        remove();
        settings("");
        copy(4);
        await(200);
        assertFalse(loginRequired());
    }

    private void settings(String text) throws IOException {
        Files.writeString(data.resolve("visavis.properties"), text);
    }

    private void start() throws IOException, InterruptedException {
        server = tomcat.start(Map.of());
    }

    /** A build of its own: no two of them are the same file. */
    private void copy(int version) throws IOException {
        Path war = Files.copy(
                Deployments.warFile().toPath(), folder.resolve("visavis.war"), StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem zip = FileSystems.newFileSystem(war)) {
            Files.writeString(zip.getPath("version.txt"), "version " + version);
        }
        Files.move(war, webapps().resolve("visavis.war"));
    }

    private void remove() throws Exception {
        Files.delete(webapps().resolve("visavis.war"));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(webapps().resolve("visavis")) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100); // between two looks
        }
        assertFalse(Files.exists(webapps().resolve("visavis")), this::log);
    }

    private void await(int status) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (status() != status && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100); // between two questions
        }
        assertEquals(status, status(), this::log);
    }

    private void awaitLog(String sentence) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!log().contains(sentence) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100); // between two looks
        }
        assertTrue(log().contains(sentence), this::log);
    }

    private int status() throws InterruptedException {
        try {
            return http.send(request("webrtc.html"), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0; // not listening yet
        }
    }

    private boolean loginRequired() throws Exception {
        return http.send(request("identity"), BodyHandlers.ofString()).body().contains("\"loginRequired\":true");
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(tomcat.address("/visavis").resolve(path)).build();
    }

    private Path webapps() {
        return tomcat.base().resolve("webapps");
    }

    /** As catalina.out. */
    private String log() {
        return server.log();
    }
}
