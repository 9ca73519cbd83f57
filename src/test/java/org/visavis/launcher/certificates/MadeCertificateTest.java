package org.visavis.launcher.certificates;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The certificate that Visavis makes itself, in its folder, as time goes by. */
class MadeCertificateTest {
    private final Instant today = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    private Path temporary;

    private List<String> names = List.of("calls.example", "10.1.2.3", "2001:db8:0:0:0:0:0:7", "localhost", "127.0.0.1");
    private Instant now = today;

    private Path folder() {
        return temporary.resolve("certificates");
    }

    private MadeCertificate source() {
        return new MadeCertificate(folder(), () -> names, () -> now);
    }

    @Test
    void isWhatBrowsersAccept() throws Exception {
        MadeCertificate source = source();
        ServerIdentity identity = source.load();
        X509Certificate certificate = identity.certificate();
        X509Certificate authority = source.authority().orElseThrow();

        assertTrue(identity.matches());
        trusting(authority).checkServerTrusted(identity.chain().toArray(X509Certificate[]::new), "ECDHE_ECDSA");
        assertEquals(
                256,
                ((ECPublicKey) certificate.getPublicKey())
                        .getParams()
                        .getCurve()
                        .getField()
                        .getFieldSize());
        assertEquals(-1, certificate.getBasicConstraints(), "no CA");
        assertEquals(List.of("1.3.6.1.5.5.7.3.1"), certificate.getExtendedKeyUsage()); // serverAuth
        assertTrue(certificate.getKeyUsage()[0], "digitalSignature");
        assertEquals(
                Set.copyOf(names),
                certificate.getSubjectAlternativeNames().stream()
                        .map(name -> (String) name.get(1))
                        .collect(Collectors.toSet()));
        assertTrue(lifetime(certificate).compareTo(Duration.ofDays(397)) <= 0, lifetime(certificate)::toString);
        assertTrue(certificate.getSerialNumber().signum() > 0);
        byte[] keyIdentifier = authority.getExtensionValue("2.5.29.14");
        byte[] issuerIdentifier = certificate.getExtensionValue("2.5.29.35");
        assertArrayEquals( // 20 bytes at the end of both
                Arrays.copyOfRange(keyIdentifier, keyIdentifier.length - 20, keyIdentifier.length),
                Arrays.copyOfRange(issuerIdentifier, issuerIdentifier.length - 20, issuerIdentifier.length));
    }

    @Test
    void isIssuedByACaThatCanIssueNoOther() throws Exception {
        MadeCertificate source = source();
        source.load();
        X509Certificate authority = source.authority().orElseThrow();

        assertEquals(0, authority.getBasicConstraints(), "the length of the path below it");
        assertEquals(Set.of("2.5.29.19", "2.5.29.15"), authority.getCriticalExtensionOIDs());
        assertTrue(authority.getKeyUsage()[5], "keyCertSign");
        assertFalse(authority.getKeyUsage()[0], "digitalSignature");
        assertTrue(lifetime(authority).toDays() > 7_000);
        assertTrue(authority.getSubjectX500Principal().getName().contains("calls.example"));
    }

    private static Duration lifetime(X509Certificate certificate) {
        return Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    private static X509TrustManager trusting(X509Certificate authority) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", authority);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    @Test
    void isTheSameAfterARestart() throws Exception {
        MadeCertificate first = source();
        ServerIdentity identity = first.load();

        MadeCertificate second = source();

        assertEquals(identity.chain(), second.load().chain());
        assertEquals(first.authority(), second.authority());
    }

    @Test
    void isReadableByItsOwnerAlone() throws Exception {
        source().load();

        for (String file : List.of("ca.pem", "server.pem")) {
            assertEquals("rw-------", permissions(folder().resolve(file)));
        }
        assertEquals("rwx------", permissions(folder()));
        try (var files = Files.list(folder())) {
            assertEquals(2, files.count(), "no half-written file is left");
        }
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void isMadeAnewAtStartAfterItsEnd() throws Exception {
        X509Certificate old = source().load().certificate();
        now = today.plus(Duration.ofDays(500));

        MadeCertificate later = source();
        X509Certificate renewed = later.load().certificate();

        assertNotEquals(old, renewed);
        assertTrue(renewed.getNotAfter().toInstant().isAfter(now));
        renewed.verify(later.authority().orElseThrow().getPublicKey());
        assertEquals(renewed, source().load().certificate(), "and kept");
    }

    @Test
    void isMadeAnewWhileTheServerRunsWithAThirdOfItsLifeLeft() throws Exception {
        MadeCertificate source = source();
        X509Certificate old = source.load().certificate();
        now = today.plus(Duration.ofDays(260));
        assertTrue(source.renewed().isEmpty());
        now = today.plus(Duration.ofDays(270));

        X509Certificate renewed = source.renewed().orElseThrow().certificate();

        assertNotEquals(old, renewed);
        assertEquals(old.getIssuerX500Principal(), renewed.getIssuerX500Principal());
        now = now.plus(Duration.ofDays(1));
        assertTrue(source.renewed().isEmpty());
    }

    @Test
    void isMadeAnewForAnotherNameButNotForOneThatHasGone() throws Exception {
        MadeCertificate source = source();
        source.load();
        names = List.of("calls.example", "localhost");
        now = today.plus(Duration.ofMinutes(2));
        assertTrue(source.renewed().isEmpty());
        names = List.of("calls.example", "10.1.2.99", "localhost");
        now = today.plus(Duration.ofMinutes(4));

        X509Certificate renewed = source.renewed().orElseThrow().certificate();

        assertTrue(renewed.getSubjectAlternativeNames().toString().contains("10.1.2.99"));
    }

    @Test
    void doesNotOutliveItsCa() throws Exception {
        source().load();
        now = today.plus(Duration.ofDays(20 * 365 - 100));
        MadeCertificate source = source();

        assertEquals(
                source.load().chain().get(1).getNotAfter(),
                source.load().certificate().getNotAfter());
        now = now.plus(Duration.ofDays(1));
        assertTrue(source.renewed().isEmpty(), "as a new one would not live longer");
        now = today.plus(Duration.ofDays(20 * 365));
        assertTrue(refusal().startsWith("The CA in " + folder() + " ended on "), refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.pem", "server.pem"})
    void isNeverWrittenOverWhatIsNotVisavis(String name) throws Exception {
        Path file = folder().resolve(name);
        source().load();
        for (String content :
                List.of("", "some text", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n")) {
            Files.writeString(file, content);

            assertTrue(refusal().contains(file.toString()), refusal());
            assertEquals(content, Files.readString(file));
        }
    }

    @Test
    void makesNoOtherCaInPlaceOfALostOne() throws Exception {
        source().load();
        Files.delete(folder().resolve("ca.pem"));

        assertTrue(refusal().startsWith("The CA in " + folder() + " is lost"), refusal());
        assertTrue(Files.notExists(folder().resolve("ca.pem")));
    }

    @Test
    void isRefusedWithAnotherCa() throws Exception {
        source().load();
        Path other = temporary.resolve("other");
        new MadeCertificate(other, () -> names, () -> now).load();
        Files.copy(other.resolve("ca.pem"), folder().resolve("ca.pem"), StandardCopyOption.REPLACE_EXISTING);

        assertTrue(refusal().startsWith("Visavis has not made the certificate in "), refusal());
    }

    @Test
    void hasACaWhoseKeyIsItsOwn() throws Exception {
        source().load();
        Path file = folder().resolve("ca.pem");
        String ca = Files.readString(file);
        String server = Files.readString(folder().resolve("server.pem"));
        Files.writeString(
                file,
                server.substring(0, server.indexOf("-----BEGIN CERT")) + ca.substring(ca.indexOf("-----BEGIN CERT")));

        assertTrue(refusal().contains("a key that does not belong to its certificate"), refusal());
    }

    private String refusal() {
        return assertThrows(UnusableCertificate.class, () -> source().load()).getMessage();
    }
}
