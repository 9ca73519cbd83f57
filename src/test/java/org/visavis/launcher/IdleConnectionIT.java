package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.IdleConnections;

/** What somebody in a room who says nothing costs {@code java -jar}, where the sizes of buffers are ours. */
@Tag("standalone")
class IdleConnectionIT {
    /** Less than the 25 KB that a connection may cost with what the JVM and the system keep for it beside the heap: some 5. */
    private static final int MOST_BYTES = 17_000;

    /** Five of Tomcat's for bytes (see {@link EmbeddedTomcat}), two for messages, and views of them. */
    private static final int MOST_BUFFERS = 12;

    @TempDir
    private Path folder;

    @Test
    void costsFewBytesAndBuffers() throws Exception {
        try (LaunchedWar war = new LaunchedWar(folder, Map.of(), List.of("--port", "0"))) {
            IdleConnections.Cost cost = IdleConnections.count(war.address().resolve("/"), war.pid());
            System.out.println("java -jar, an idle connection: " + cost);
            assertTrue(cost.bytes() <= MOST_BYTES, cost::toString);
            assertTrue(cost.buffers() <= MOST_BUFFERS, cost::toString);
        }
    }
}
