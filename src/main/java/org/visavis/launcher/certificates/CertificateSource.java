package org.visavis.launcher.certificates;

import java.security.cert.X509Certificate;
import java.util.Optional;

/** Where the server's certificate comes from. Used by one thread at a time. */
public interface CertificateSource {
    /**
     * The certificate to start with.
     *
     * @throws UnusableCertificate if there is none, so that HTTPS cannot be served
     */
    ServerIdentity load() throws UnusableCertificate;

    /**
     * Whether there is another certificate since the last call of this or of {@link #load}. Called every few seconds.
     *
     * @return the new certificate; empty if the old one goes on
     * @throws UnusableCertificate if there is one that cannot be used; thrown once, and the old one goes on
     */
    Optional<ServerIdentity> renewed() throws UnusableCertificate;

    /** The certificate of the own CA, which people import; empty if the administrator has given a certificate. */
    Optional<X509Certificate> authority();
}
