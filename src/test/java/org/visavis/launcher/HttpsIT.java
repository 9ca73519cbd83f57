package org.visavis.launcher;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.visavis.SignalingClient;
import org.visavis.TestCertificate;
import org.visavis.launcher.certificates.MadeCertificate;

/** {@code java -jar} over HTTPS, with its own certificate and with a given one, as clients without a browser see it. */
class HttpsIT extends HttpsLaunch {
    private Path certificates() {
        return folder.resolve("data/certificates");
    }

    private LaunchedWar launch(String... arguments) throws IOException {
        String[] all = Stream.concat(Stream.of("--https-port", "any"), Stream.of(arguments))
                .toArray(String[]::new);
        return launch(Map.of(), all);
    }

    private URI launchWithGiven(Path certificate, Path key) throws IOException {
        return launch("--cert", certificate.toString(), "--key", key.toString())
                .secureAddress()
                .resolve("/");
    }

    /** What a client does that has imported the CA. */
    private SSLContext trust() throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", authority());
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private X509Certificate authority() throws Exception {
        try (InputStream pem = Files.newInputStream(certificates().resolve("ca.pem"))) {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(withoutKey(pem));
            return (X509Certificate) all.iterator().next();
        }
    }

    private static InputStream withoutKey(InputStream pem) throws IOException {
        String text = new String(pem.readAllBytes(), US_ASCII);
        return new ByteArrayInputStream(
                text.substring(text.indexOf("-----BEGIN CERTIFICATE")).getBytes(US_ASCII));
    }

    private static X509Certificate shownBy(URI base, SSLContext trust) throws IOException {
        try (SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket(base.getHost(), base.getPort())) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    @Test
    void isServedFromTheFirstStartBesideHttp() throws Exception {
        URI http = launch("--name", "calls.example", "--name", "10.99.0.1").address();
        URI https = war.secureAddress();

        HttpClient client = HttpClient.newBuilder().sslContext(trust()).build();
        HttpResponse<String> page = client.send(HttpRequest.newBuilder(https).build(), BodyHandlers.ofString());
        assertEquals(200, page.statusCode());
        assertEquals(
                page.body(),
                client.send(HttpRequest.newBuilder(http).build(), BodyHandlers.ofString())
                        .body());
        String names = shownBy(https, trust()).getSubjectAlternativeNames().toString();
        for (String name : List.of("calls.example", "10.99.0.1", "localhost", "127.0.0.1")) {
            assertTrue(names.contains(name), names);
        }
    }

    @Test
    void namesTheAddressesForOtherComputers() throws Exception {
        launch("--name", "calls.example").address();

        assertTrue(war.lineWith("From other computers: ")
                .matches("From other computers: https://calls\\.example:\\d+/webrtc\\.html"));
        assertTrue(war.lineWith("CA").endsWith("/trust.html"));
    }

    @Test
    void keepsItsCertificateOverARestart() throws Exception {
        URI first = launch().secureAddress();
        X509Certificate before = shownBy(first, trust());
        war.terminate();
        war.exit();
        war.close();

        URI second = launch().secureAddress();

        assertEquals(before, shownBy(second, trust()));
    }

    @Test
    void renewsItsCertificateAtStartAfterItsEnd() throws Exception {
        Instant longAgo = Instant.now().minus(Duration.ofDays(500));
        X509Certificate expired = new MadeCertificate(certificates(), () -> List.of("localhost"), () -> longAgo)
                .load()
                .certificate();
        assertTrue(expired.getNotAfter().toInstant().isBefore(Instant.now()));

        URI https = launch().secureAddress();

        shownBy(https, trust()).checkValidity();
    }

    /** The page's files come over one connection, and compressed, as over HTTP/1.1. */
    @Test
    void servesFilesOverHttp2() throws Exception {
        URI base = launch().secureAddress().resolve("/");
        HttpClient client = HttpClient.newBuilder()
                .sslContext(trust())
                .version(Version.HTTP_2)
                .build();
        String css = Files.readString(Path.of("src/main/webapp/webrtc.css"));

        List<HttpResponse<InputStream>> answers = IntStream.range(0, 40)
                .mapToObj(i -> client.sendAsync(
                        HttpRequest.newBuilder(base.resolve("webrtc.css"))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        BodyHandlers.ofInputStream()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        for (HttpResponse<InputStream> answer : answers) {
            assertEquals(Version.HTTP_2, answer.version());
            assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse("none"));
            assertEquals(css, new String(new GZIPInputStream(answer.body()).readAllBytes(), UTF_8));
        }
    }

    @Test
    void refusesBodiesOverHttp2() throws Exception {
        URI base = launch().secureAddress().resolve("/");
        HttpClient client = HttpClient.newBuilder().sslContext(trust()).build();
        for (BodyPublisher body : List.of(
                BodyPublishers.ofString("x"),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[10])))) {
            HttpRequest request = HttpRequest.newBuilder(base.resolve("webrtc.html"))
                    .POST(body)
                    .build();

            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());

            assertEquals(Version.HTTP_2, answer.version());
            assertEquals(413, answer.statusCode());
        }
    }

    @Test
    void takesUpAnotherCertificateWithoutCuttingCalls() throws Exception {
        Path certificate = Files.copy(TestCertificate.certificate(), folder.resolve("certificate.pem"));
        Path key = Files.copy(TestCertificate.key(), folder.resolve("key.pem"));
        URI base = launchWithGiven(certificate, key);
        X509Certificate old = shownBy(base, TestCertificate.trust());
        try (SignalingClient ada = SignalingClient.signaling(base, "calm");
                SignalingClient grace = SignalingClient.signaling(base, "calm")) {
            ada.join("Ada");
            grace.join("Grace");
            ada.next("peer-joined");

            replaceByMade(certificate, key);

            X509Certificate shown;
            do {
                shown = shownBy(base, TestCertificate.trustAnybody());
            } while (shown.equals(old));
            assertTrue(shown.getSubjectX500Principal().getName().contains("renewed"));
            ada.send("{\"type\":\"signal\",\"data\":{\"n\":1}}");
            assertEquals(1, grace.next("signal").getJsonObject("data").getInt("n"));
        }
    }

    /** First the certificate alone, as a tool may write it, which is complained of and changes nothing. */
    private void replaceByMade(Path certificate, Path key) throws Exception {
        new MadeCertificate(certificates(), () -> List.of("renewed"), Instant::now).load();
        String pem = Files.readString(certificates().resolve("server.pem"));
        int certificatesBegin = pem.indexOf("-----BEGIN CERTIFICATE");
        Files.writeString(certificate, pem.substring(certificatesBegin));
        war.awaitError("does not belong to the first certificate in");
        war.awaitError("HTTPS goes on with the old certificate.");
        Path next = Files.writeString(folder.resolve("next.pem"), pem.substring(0, certificatesBegin));
        Files.move(next, key, StandardCopyOption.REPLACE_EXISTING);
    }
}
