package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.Deployments;

/** What docker-compose.yml starts serves calls: over HTTPS, through the relay, and to its own pages alone. */
@Tag("browser")
@Tag("standalone")
class ComposeNativeIT {
    /** Of what kind the two ends of the way are that the media takes. */
    private static final String WAYS = """
            async () => {
              const stats = await recorder.live()[0].getStats();
              const transport = [...stats.values()].find((stat) => stat.type === "transport");
              const { localCandidateId, remoteCandidateId } = stats.get(transport.selectedCandidatePairId);
              return [localCandidateId, remoteCandidateId].map((id) => stats.get(id).candidateType);
            }""";

    @TempDir
    private static Path folder;

    private static ComposedProcesses services;

    @RegisterExtension
    final People people = new People();

    @BeforeAll
    static void start() throws IOException {
        services = new ComposedProcesses(folder);
    }

    @AfterAll
    static void stop() {
        if (services != null) services.close();
    }

    @Test
    void twoPeopleCallThroughTheRelay() throws IOException {
        URI base = URI.create(services.base());
        Person ada =
                people.person("Ada", Equipment.RELAYED).opens(base, "daily").joins();
        Person grace =
                people.person("Grace", Equipment.RELAYED).opens(base, "daily").joins();
        ada.sees(grace);
        grace.sees(ada);
        ada.seesAndHears(1);
        grace.seesAndHears(1);
        assertEquals(List.of("relay", "relay"), ada.page().evaluate(WAYS));
    }

    @Test
    void itsOwnPagesMayConnectAndNoOthers() throws Exception {
        HttpClient http = trusting(services.rootCertificate());
        connect(http, services.base().replaceFirst("/$", "")).abort();
        Throwable refusal = assertThrows(CompletionException.class, () -> connect(http, "https://elsewhere.example"));
        assertEquals(
                403,
                ((WebSocketHandshakeException) refusal.getCause()).getResponse().statusCode());
    }

    @Test
    void whoHasTheRootCertificateIsNotWarned() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(services.base() + "health/ready"))
                .build();
        assertEquals(
                "{\"status\":\"UP\",\"version\":\"" + Deployments.version() + "\"}",
                trusting(services.rootCertificate())
                        .send(request, BodyHandlers.ofString())
                        .body());
    }

    @Test
    void theSecretIsLongAndInNoLog() throws IOException {
        String secret = Files.readString(services.secret());
        assertTrue(secret.matches("[0-9a-f]{64}"));
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(services.secret().getParent())));
        for (String service : new String[] {"visavis", "coturn", "caddy"}) {
            assertFalse(services.log(service).contains(secret), service);
        }
    }

    private static WebSocket connect(HttpClient http, String origin) {
        URI address = URI.create(services.base().replaceFirst("https", "wss") + "signaling/daily");
        return http.newWebSocketBuilder()
                .header("Origin", origin)
                .buildAsync(address, new WebSocket.Listener() {})
                .join();
    }

    private static HttpClient trusting(Path certificate) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream stream = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "caddy", CertificateFactory.getInstance("X.509").generateCertificate(stream));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
