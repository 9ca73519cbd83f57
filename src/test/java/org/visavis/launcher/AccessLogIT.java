package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.SignalingClient;
import org.visavis.docs.DocBlock;

/** {@code java -jar} writes an access log if it is told to. */
@Tag("standalone")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AccessLogIT {
    @TempDir
    private Path folder;

    @Test
    void hasEachRequestAsTheDocumentationShowsIt() throws Exception {
        serveOnce("--access-log", "true");
        List<Path> files;
        try (Stream<Path> logs = Files.list(folder.resolve("data/logs"))) {
            files = logs.toList();
        }
        assertEquals(1, files.size());
        assertTrue(
                files.get(0).getFileName().toString().matches("access\\.\\d{4}-\\d\\d-\\d\\d\\.log"), files::toString);
        List<String> lines = Files.readAllLines(files.get(0));
        for (String line : DocBlock.named("operations/access-log").lines().toList()) {
            assertTrue(
                    lines.stream().anyMatch(other -> withoutFigures(other).equals(withoutFigures(line))),
                    () -> line + "\nis not in\n" + lines);
        }
    }

    @Test
    void isOffByDefault() throws Exception {
        serveOnce();
        assertFalse(Files.exists(folder.resolve("data/logs")));
    }

    private static String withoutFigures(String line) {
        return line.replaceFirst("^\\S+", "ADDRESS")
                .replaceFirst("\\[.*]", "[DATE]")
                .replaceFirst("\\d+$", "BYTES");
    }

    /** Somebody opens the page and joins a room; then the server ends. */
    private void serveOnce(String... options) throws IOException, InterruptedException {
        List<String> arguments =
                Stream.concat(Stream.of("--port", "0"), Stream.of(options)).toList();
        try (LaunchedWar war = new LaunchedWar(folder, Map.of(), arguments)) {
            URI page = war.address();
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
            try (SignalingClient ada = SignalingClient.signaling(page.resolve("/"), "daily")) {
                ada.join("Ada");
            }
            war.terminate();
            war.exit();
        }
    }
}
