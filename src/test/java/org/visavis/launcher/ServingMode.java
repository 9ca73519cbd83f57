package org.visavis.launcher;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.visavis.TestCertificate;

/** The ways in which {@code java -jar} serves. */
enum ServingMode {
    HTTP,
    HTTPS,
    /** As where the Tomcat that runs lacks what {@link InlineEndpoint} needs. */
    WITHOUT_READING_ON_THE_POLLER;

    /** Where such a server has its page. */
    URI address(LaunchedWar war) throws IOException {
        return this == HTTPS ? war.secureAddress() : war.address();
    }

    LaunchedWar launch(Path folder, Map<String, String> environment) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--port", "0"));
        if (this == HTTPS) {
            arguments.addAll(TestCertificate.options());
        } else if (this == WITHOUT_READING_ON_THE_POLLER) {
            arguments.addAll(List.of("--read-on-poller", "false"));
        }
        return new LaunchedWar(folder, environment, arguments);
    }
}
