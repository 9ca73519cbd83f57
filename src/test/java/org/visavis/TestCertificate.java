package org.visavis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** A certificate for localhost and visavis.example, made by the JDK's keytool once for all tests of a run, and who trusts it. */
public final class TestCertificate {
    public static final String PASSWORD = "visavis";

    private static TestCertificate made;

    private final Path certificate;
    private final Path key;
    private final Path keystore;
    private final SSLContext identity;
    private final SSLContext trust;
    private final HttpClient client;

    private TestCertificate(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("localhost.p12");
        keystore = store;
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        "localhost",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,dns:visavis.example,ip:127.0.0.1",
                        "-validity",
                        "2")
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool has made no certificate");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(store)) {
            keys.load(stream, PASSWORD.toCharArray());
        }
        Certificate its = keys.getCertificate("localhost");
        Key secret = keys.getKey("localhost", PASSWORD.toCharArray());
        certificate = write(folder.resolve("certificate.pem"), "CERTIFICATE", its.getEncoded());
        key = write(folder.resolve("key.pem"), "PRIVATE KEY", secret.getEncoded());
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        identity = SSLContext.getInstance("TLS");
        identity.init(own.getKeyManagers(), null, null);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("localhost", its);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        trust = SSLContext.getInstance("TLS");
        trust.init(null, factory.getTrustManagers(), null);
        client = HttpClient.newBuilder().sslContext(trust).build();
    }

    private static Path write(Path file, String kind, byte[] content) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(
                file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n", US_ASCII);
    }

    private static synchronized TestCertificate get() {
        if (made == null) {
            try {
                made = new TestCertificate(Files.createTempDirectory("certificate"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException | GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return made;
    }

    /** In PEM. */
    public static Path certificate() {
        return get().certificate;
    }

    /** In PEM, without a password. */
    public static Path key() {
        return get().key;
    }

    /** The options with which {@code java -jar} serves HTTPS on any free port, with this certificate. */
    public static List<String> options() {
        return List.of("--https-port", "any", "--cert", certificate().toString(), "--key", key().toString());
    }

    /** In PKCS#12, with the {@link #PASSWORD}. */
    public static Path keystore() {
        return get().keystore;
    }

    /** Of a client that trusts anybody, for tests of which certificate is shown and not of whether it is good. */
    public static SSLContext trustAnybody() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        return context;
    }

    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** Of a server that has it. */
    public static SSLContext identity() {
        return get().identity;
    }

    /** Of a client that trusts it, and nobody else. */
    public static SSLContext trust() {
        return get().trust;
    }

    /** Trusts it, and nobody else. */
    public static HttpClient client() {
        return get().client;
    }
}
