package org.visavis.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.visavis.TestCertificate;
import org.visavis.browser.Command;
import org.visavis.launcher.LaunchedWar;

/** The commands with {@code java -jar} in the documentation start Visavis. */
@Tag("standalone")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JavaJarDocsIT {
    @TempDir
    private Path folder;

    static Stream<String> commands() {
        return DocBlock.named("readme/java-jar").lines();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theCommandsOfTheReadme(String command) throws Exception {
        try (LaunchedWar war = launch(command)) {
            if (command.contains("--help")) {
                LaunchedWar.Exit exit = war.exit();
                assertEquals(0, exit.status(), exit::errors);
                assertTrue(exit.output().contains("--port"), exit::output);
            } else {
                assertEquals(200, get(war.address()).statusCode());
            }
        }
    }

    @Test
    void theCommandForEmbedding() throws Exception {
        try (LaunchedWar war = launch(DocBlock.named("embedding/start"))) {
            String policy = get(war.address())
                    .headers()
                    .firstValue("Content-Security-Policy")
                    .orElseThrow();
            assertTrue(policy.contains("frame-ancestors 'self' http://localhost:8000"), policy);
        }
    }

    @Test
    void theNamesOfTheCertificateAndTheFingerprintOfItsAuthority() throws Exception {
        String command = DocBlock.named("https/names").strip() + " --https-port " + Server.freePort();
        try (LaunchedWar war = launch(command)) {
            war.address();
            Path certificates = folder.resolve("data/certificates");
            Command names = Command.run(
                    Programs.command(
                            "openssl",
                            "x509",
                            "-in",
                            certificates.resolve("server.pem"),
                            "-noout",
                            "-ext",
                            "subjectAltName"),
                    Map.of());
            assertTrue(names.output().contains("DNS:calls.example"), names::output);
            assertTrue(names.output().contains("IP Address:192.0.2.7"), names::output);
            String fingerprint = DocBlock.replace(
                    DocBlock.named("https/fingerprint"), "~/.visavis/certificates", certificates.toString());
            Command printed = Command.run("sh", "-c", fingerprint);
            assertTrue(
                    printed.output().matches("(?i)sha256 fingerprint=([0-9A-F]{2}:){31}[0-9A-F]{2}\\s"),
                    printed::output);
        }
    }

    static Stream<String> certificates() {
        return DocBlock.named("https/certificate").lines();
    }

    @ParameterizedTest
    @MethodSource("certificates")
    void aCertificateOfOnesOwn(String command) throws Exception {
        String here = command.replace("calls.pem", TestCertificate.certificate().toString())
                .replace("calls.key", TestCertificate.key().toString())
                .replace("calls.p12", TestCertificate.keystore().toString());
        int port = Server.freePort();
        Map<String, String> environment = Map.of("VISAVIS_KEYSTORE_PASSWORD", TestCertificate.PASSWORD);
        try (LaunchedWar war = launch(here + " --https-port " + port, environment)) {
            war.address();
            HttpRequest request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/webrtc.html"))
                    .build();
            assertEquals(
                    200,
                    TestCertificate.client()
                            .send(request, BodyHandlers.discarding())
                            .statusCode());
        }
    }

    private LaunchedWar launch(String command) throws Exception {
        return launch(command, Map.of());
    }

    /** The command with the WAR of the build, on a port that is free. */
    private LaunchedWar launch(String command, Map<String, String> environment) throws Exception {
        String known = command.replaceFirst("#.*", "").replace("-jar target/", "-jar ");
        List<String> arguments = new ArrayList<>(List.of(DocBlock.replace(known, "java ", "", "-jar visavis.war", "")
                .strip()
                .split("\\s+")));
        arguments.removeIf(String::isEmpty);
        arguments.addAll(List.of("--port", "0", "--host", "127.0.0.1"));
        return new LaunchedWar(folder, environment, arguments);
    }

    private static HttpResponse<String> get(URI address) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }
}
