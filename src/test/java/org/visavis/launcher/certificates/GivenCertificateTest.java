package org.visavis.launcher.certificates;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administrator's own certificate, in the files that people have, and with their mistakes. */
class GivenCertificateTest {
    private static final String PASSWORD = "a password";

    @TempDir
    private Path folder;

    private Path certificate;
    private Path key;
    private Path keystore;
    private ServerIdentity first;
    private ServerIdentity second;

    @BeforeEach
    void write() throws Exception {
        first = made("first");
        second = made("second");
        certificate = folder.resolve("certificate.pem");
        key = folder.resolve("key.pem");
        keystore = folder.resolve("keystore.p12");
        give(first);
        writeKeystore(first, PASSWORD);
    }

    private ServerIdentity made(String name) throws UnusableCertificate {
        return new MadeCertificate(folder.resolve(name), () -> List.of(name), Instant::now).load();
    }

    private void give(ServerIdentity identity) throws IOException {
        String pem = PemFile.write(identity.key(), identity.chain());
        int certificates = pem.indexOf("-----BEGIN CERTIFICATE");
        Files.writeString(certificate, pem.substring(certificates));
        Files.writeString(key, pem.substring(0, certificates));
    }

    private void writeKeystore(ServerIdentity identity, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "any", identity.key(), password.toCharArray(), identity.chain().toArray(Certificate[]::new));
        try (OutputStream stream = Files.newOutputStream(keystore)) {
            store.store(stream, password.toCharArray());
        }
    }

    private CertificateSource pem() {
        return GivenCertificate.pem(certificate, key);
    }

    private CertificateSource keystore(String password) {
        return GivenCertificate.keystore(keystore, password);
    }

    @Test
    void isRead() throws Exception {
        assertEquals(first, pem().load());
        assertEquals(first, keystore(PASSWORD).load());
        assertTrue(pem().authority().isEmpty());
    }

    /** As {@code openssl ecparam -genkey} and {@code openssl genrsa -traditional} write them. */
    @Test
    void isReadWithAKeyInTheOlderFormats() throws Exception {
        for (String command : List.of(
                "openssl ecparam -name prime256v1 -genkey -out key.pem",
                "openssl genrsa -traditional -out key.pem 2048",
                "openssl genpkey -algorithm ed25519 -out key.pem")) {
            run(command);
            run("openssl req -x509 -key key.pem -subj /CN=calls -days 2 -out certificate.pem");

            assertEquals(
                    "CN=calls",
                    pem().load().certificate().getSubjectX500Principal().getName());
        }
    }

    private void run(String command) throws Exception {
        Process process = new ProcessBuilder(command.split(" "))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor(), output);
    }

    @Test
    void isReadAnewWhenItsFilesChange() throws Exception {
        CertificateSource pem = pem();
        CertificateSource keystore = keystore(PASSWORD);
        pem.load();
        keystore.load();
        assertTrue(pem.renewed().isEmpty());
        assertTrue(keystore.renewed().isEmpty());

        replace(second);
        writeKeystore(second, PASSWORD);

        assertEquals(second, pem.renewed().orElseThrow());
        assertEquals(second, keystore.renewed().orElseThrow());
        assertTrue(pem.renewed().isEmpty());
    }

    /** As tools do: another file takes the place of the old one. */
    private void replace(ServerIdentity identity) throws IOException {
        Files.delete(certificate);
        Files.delete(key);
        give(identity);
    }

    @Test
    void isComplainedOfOnceAndReadAgainWhileItIsHalfWritten() throws Exception {
        CertificateSource pem = pem();
        pem.load();
        String old = Files.readString(key);
        replace(second);
        String next = Files.readString(key);
        Files.delete(key);
        Files.writeString(key, old + "\n");

        UnusableCertificate complaint = assertThrows(UnusableCertificate.class, pem::renewed);

        assertTrue(complaint.getMessage().contains("does not belong"), complaint.getMessage());
        assertTrue(pem.renewed().isEmpty());
        Files.delete(key);
        assertTrue(pem.renewed().isEmpty(), "the key is missing, and the log knows that something is wrong");
        Files.writeString(key, next);
        assertEquals(second, pem.renewed().orElseThrow());
    }

    @Test
    void isRefusedInOneSentence() throws Exception {
        Path p12 = keystore;
        assertRefused(keystore("wrong"), "The keystore " + p12 + " has another password than the one given.");
        assertRefused(keystore(null), "The keystore " + p12 + " has a password; give it with --keystore-password.");
        Files.writeString(key, PemFile.write(second.key(), List.of()));
        assertRefused(pem(), "The key in " + key + " does not belong to the first certificate in " + certificate + ".");
        Files.writeString(key, "nothing");
        assertRefused(pem(), "There is no private key in " + key + ".");
        Files.delete(key);
        assertRefused(pem(), key + " cannot be read as PEM (there is no such file).");
        run("openssl genpkey -algorithm ed25519 -aes256 -pass pass:secret -out key.pem");
        assertRefused(
                pem(),
                "The key in " + key
                        + " is protected by a password; give it without one, or as a PKCS#12 file with --keystore.");
        Files.writeString(certificate, "");
        assertRefused(pem(), "There is no certificate in " + certificate + ".");
        Files.writeString(keystore, "text");
        String sentence = assertThrows(
                        UnusableCertificate.class, () -> keystore(PASSWORD).load())
                .getMessage();
        assertTrue(sentence.startsWith(keystore + " cannot be read as a PKCS#12 keystore"), sentence);
    }

    private static void assertRefused(CertificateSource source, String sentence) {
        assertEquals(
                sentence, assertThrows(UnusableCertificate.class, source::load).getMessage());
    }

    @Test
    void needsAKeyInTheKeystore() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("ca", first.certificate());
        try (OutputStream stream = Files.newOutputStream(keystore)) {
            store.store(stream, PASSWORD.toCharArray());
        }

        assertRefused(keystore(PASSWORD), "There is no private key with a certificate in " + keystore + ".");
    }
}
