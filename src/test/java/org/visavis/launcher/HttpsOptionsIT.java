package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.visavis.TestCertificate;
import org.visavis.launcher.LaunchedWar.Exit;

/** The options of HTTPS, and what becomes of mistakes with them: one sentence. */
class HttpsOptionsIT extends HttpsLaunch {
    static Stream<Arguments> mistakes() {
        Path pom = Path.of("pom.xml").toAbsolutePath();
        Path keystore = TestCertificate.keystore();
        return Stream.of(
                arguments(
                        "--cert nowhere.pem",
                        2,
                        "--cert must be a file that can be read, not \"nowhere.pem\". Try --help."),
                arguments(
                        "--https-port some",
                        2,
                        "--https-port must be a number from 1 to 65535, 0 for none, or any, not \"some\". Try --help."),
                arguments(
                        "--name a_b",
                        2,
                        "--name must be a name like calls.example or an address, not \"a_b\". Try --help."),
                arguments("--cert pom.xml", 1, "Visavis needs both --cert and --key, or neither."),
                arguments(
                        "--cert pom.xml --key pom.xml --keystore pom.xml",
                        1,
                        "Visavis takes --cert and --key, or --keystore, but not both."),
                arguments("--keystore pom.xml", 1, "A certificate is for HTTPS, which --https-port 0 switches off."),
                arguments(
                        "--https-port any --cert pom.xml --key pom.xml", 1, "There is no certificate in " + pom + "."),
                arguments(
                        "--https-port any --keystore " + keystore,
                        1,
                        "The keystore " + keystore + " has a password; give it with --keystore-password."),
                arguments( // the wrong one is never written
                        "--https-port any --keystore " + keystore + " --keystore-password secret",
                        1,
                        "The keystore " + keystore + " has another password than the one given."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void areExplained(String arguments, int status, String sentence) throws Exception {
        Exit exit = launch(Map.of(), arguments.split(" ")).exit();

        assertEquals(sentence, exit.errors());
        assertEquals(status, exit.status());
        assertEquals("", exit.output());
        assertFalse(Files.exists(folder.resolve("data/work")));
    }

    @Test
    void takeTheKeystoresPasswordFromTheEnvironment() throws Exception {
        Map<String, String> environment = Map.of("VISAVIS_KEYSTORE_PASSWORD", TestCertificate.PASSWORD);
        String keystore = TestCertificate.keystore().toString();

        URI address = launch(environment, "--https-port", "any", "--keystore", keystore)
                .secureAddress();

        HttpRequest request = HttpRequest.newBuilder(address).build();
        assertEquals(
                200,
                TestCertificate.client()
                        .send(request, BodyHandlers.discarding())
                        .statusCode());
    }

    @Test
    void nameThePortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());

            Exit exit = launch(Map.of(), "--https-port", port).exit();

            assertEquals(1, exit.status());
            assertTrue(exit.errors().startsWith("Visavis cannot listen on port " + port), exit.errors());
            assertTrue(exit.errors().endsWith("choose another with --https-port or --host."), exit.errors());
        }
    }
}
