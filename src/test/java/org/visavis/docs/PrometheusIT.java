package org.visavis.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.browser.Command;
import org.visavis.launcher.LaunchedWar;

/** Prometheus' own tool looks at names, units and help of all metrics. */
@Tag("standalone")
class PrometheusIT {
    @Test
    void hasNothingToSayAgainstThem(@TempDir Path folder) throws Exception {
        Path metrics = folder.resolve("metrics");
        try (LaunchedWar war =
                new LaunchedWar(folder, Map.of(), List.of("--port=0", "--https-port=0", "--stun-port=0"))) {
            HttpRequest request =
                    HttpRequest.newBuilder(war.address().resolve("metrics")).build();
            assertEquals(
                    200,
                    HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofFile(metrics))
                            .statusCode());
        }
        Command check =
                Command.run(Programs.command("promtool", "check", "metrics").redirectInput(metrics.toFile()), Map.of());
        assertEquals("", check.output());
        assertEquals(0, check.exitCode());
    }
}
