package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.TestCertificate;
import org.visavis.launcher.certificates.MadeCertificate;

/** Somebody copies another certificate over the old one while people are in a call. */
@Tag("browser")
@Tag("standalone")
class CertificateChangeIT {
    @TempDir
    private Path folder;

    @RegisterExtension
    final People people = new People();

    @Test
    void theCallAndItsSignalingGoOn() throws Exception {
        Path certificate = Files.copy(TestCertificate.certificate(), folder.resolve("certificate.pem"));
        Path key = Files.copy(TestCertificate.key(), folder.resolve("key.pem"));
        try (ExecutableWar war = new ExecutableWar(
                List.of(),
                "--port",
                "0",
                "--https-port",
                "any",
                "--stun-port",
                "0",
                "--cert",
                certificate.toString(),
                "--key",
                key.toString())) {
            URI base = URI.create("https://localhost:" + war.secureBase().getPort() + "/");
            Person ada = people.person("Ada").opens(base, "renewal").joins();
            Person grace = people.person("Grace").opens(base, "renewal").joins();
            ada.sees(grace);
            ada.seesAndHears(1);
            grace.seesAndHears(1);
            AtomicInteger sockets = new AtomicInteger();
            ada.page().onWebSocket(socket -> sockets.incrementAndGet());
            X509Certificate old = shownBy(base);

            replace(certificate, key);
            while (shownBy(base).equals(old)) {
                Thread.onSpinWait();
            }

            ada.presses("#microphone", false);
            grace.seesOf(ada, "microphone", "off");
            ada.presses("#microphone", true);
            grace.seesAndHears(1);
            assertEquals(0, sockets.get(), "the socket is still the first");
        }
    }

    private void replace(Path certificate, Path key) throws Exception {
        Path other = folder.resolve("other");
        new MadeCertificate(other, () -> List.of("localhost"), Instant::now).load();
        String pem = Files.readString(other.resolve("server.pem"));
        int certificates = pem.indexOf("-----BEGIN CERTIFICATE");
        move(pem.substring(certificates), certificate);
        move(pem.substring(0, certificates), key);
    }

    private void move(String content, Path file) throws IOException {
        Path next = Files.writeString(folder.resolve("next"), content);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static X509Certificate shownBy(URI base) throws Exception {
        SSLContext anybody = TestCertificate.trustAnybody();
        try (SSLSocket socket = (SSLSocket) anybody.getSocketFactory().createSocket(base.getHost(), base.getPort())) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }
}
