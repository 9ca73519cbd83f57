package org.visavis.launcher;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.visavis.launcher.certificates.CertificateSource;
import org.visavis.launcher.certificates.HostNames;
import org.visavis.launcher.certificates.ServerIdentity;
import org.visavis.launcher.certificates.UnusableCertificate;

/** Gives the connector for HTTPS its certificate, and each new one. */
final class CertificateWatch {
    private static final Logger LOG = System.getLogger("org.visavis.launcher");

    /** Of a store in memory, which nobody else sees. Tomcat wants one. */
    private static final String PASSWORD = "in memory";

    private final CertificateSource source;

    /** The present one; the thread that watches replaces it. */
    private volatile ServerIdentity identity;

    CertificateWatch(CertificateSource source) {
        this.source = source;
    }

    /** The certificate to start with, as Tomcat takes it. */
    SSLHostConfig first() throws StartFailure {
        try {
            identity = source.load();
            return configuration(identity);
        } catch (UnusableCertificate | GeneralSecurityException | IOException e) {
            throw new StartFailure(e.getMessage(), e);
        }
    }

    /** The names under which others must reach this computer because of a given certificate; empty if any name will do. */
    List<String> givenNames() {
        List<String> names = source.authority().isPresent() ? List.of() : identity.names();
        return HostNames.areOnlyLocal(names) ? List.of() : names;
    }

    /**
     * What the application tells browsers about HTTPS.
     *
     * @param port of HTTPS
     * @param host under which others reach this computer
     */
    Map<String, Object> about(int port, int httpPort, String host) {
        Map<String, Object> https = new HashMap<>(Map.of("port", port, "httpPort", httpPort, "host", host));
        authority().ifPresent(encoded -> https.put("authority", encoded));
        Supplier<X509Certificate> present = () -> identity.certificate();
        https.put("certificate", present);
        return https;
    }

    /** The certificate of the CA that people import, in DER; empty if a certificate was given. */
    Optional<byte[]> authority() {
        return source.authority().map(certificate -> {
            try {
                return certificate.getEncoded();
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e); // it was read from this encoding
            }
        });
    }

    /** Hands on a new certificate if there is one. Called every few seconds. */
    void check(Consumer<SSLHostConfig> user) {
        try {
            ServerIdentity next = source.renewed().orElse(null);
            if (next != null) {
                user.accept(configuration(next));
                identity = next;
                LOG.log(
                        Level.INFO,
                        "New connections over HTTPS get a new certificate, which ends on {0}.",
                        next.certificate()
                                .getNotAfter()
                                .toInstant()
                                .atZone(ZoneId.systemDefault())
                                .toLocalDate()
                                .toString());
            }
        } catch (UnusableCertificate | GeneralSecurityException | IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "{0} HTTPS goes on with the old certificate.", e.getMessage());
        }
    }

    private static SSLHostConfig configuration(ServerIdentity identity) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "visavis",
                identity.key(),
                PASSWORD.toCharArray(),
                identity.chain().toArray(Certificate[]::new));
        SSLHostConfig host = new SSLHostConfig();
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystore(store);
        certificate.setCertificateKeystorePassword(PASSWORD);
        host.addCertificate(certificate);
        return host;
    }
}
