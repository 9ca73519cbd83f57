package org.visavis.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What tests of HTTPS extend: {@code java -jar} on free ports, which ends with the test. */
@Tag("standalone")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class HttpsLaunch {
    @TempDir
    Path folder;

    /** The last one that was launched. */
    LaunchedWar war;

    @AfterEach
    void end() {
        if (war != null) {
            war.close();
        }
    }

    LaunchedWar launch(Map<String, String> environment, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--port", "0"));
        all.addAll(List.of(arguments));
        war = new LaunchedWar(folder, environment, all);
        return war;
    }
}
