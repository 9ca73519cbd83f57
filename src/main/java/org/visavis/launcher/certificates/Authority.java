package org.visavis.launcher.certificates;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.visavis.data.OwnerOnly;

/**
 * A certification authority for this one server. It lives in {@code ca.pem}, key and certificate together, so that neither is
 * ever without the other. People import its certificate once. It is never replaced, because they would have to do so again.
 */
final class Authority {
    /** People import it once, so it lives as long as a server may. */
    private static final Duration LIFETIME = Duration.ofDays(20 * 365);

    /** Clocks of other computers may be behind. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofDays(1);

    /** 128 bits. Firefox takes no two certificates of one issuer with the same number. */
    private static final int SERIAL_BITS = 128;

    /** A common name has at most 64 characters. */
    private static final int LONGEST_HOST = 37;

    private final PrivateKey key;
    private final X509Certificate certificate;

    private Authority(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** Reads the file, or makes an authority if there is no file. */
    static Authority in(Path file, String host, Instant now) throws UnusableCertificate {
        return Files.exists(file) ? read(file) : make(file, host, now);
    }

    private static Authority read(Path file) throws UnusableCertificate {
        PemFile content = PemFile.read(file);
        if (content.keys().size() != 1 || content.certificates().size() != 1) {
            throw foreign(file, "does not hold one key and one certificate");
        }
        Authority authority =
                new Authority(content.keys().get(0), content.certificates().get(0));
        if (!new ServerIdentity(authority.key, content.certificates()).matches()) {
            throw foreign(file, "holds a key that does not belong to its certificate");
        }
        if (authority.certificate.getBasicConstraints() < 0) {
            throw foreign(file, "holds the certificate of a server, not of a CA");
        }
        return authority;
    }

    private static UnusableCertificate foreign(Path file, String why) {
        return new UnusableCertificate(
                "The CA in " + file + " cannot be used: the file " + why
                        + ". Restore it from a backup; or remove it, then Visavis makes a new CA, which everybody must import anew.");
    }

    private static Authority make(Path file, String host, Instant now) throws UnusableCertificate {
        try {
            KeyPair pair = newKey();
            X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(BCStyle.O, "Visavis")
                    .addRDN(
                            BCStyle.CN,
                            "Visavis CA of " + host.substring(0, Math.min(LONGEST_HOST, host.length())) + " ("
                                    + LocalDate.ofInstant(now, ZoneOffset.UTC) + ")")
                    .build();
            X509v3CertificateBuilder builder = builder(
                            name, name, pair.getPublic(), now, now.plus(LIFETIME)) // its own issuer
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            Authority authority = new Authority(pair.getPrivate(), sign(builder, pair.getPrivate()));
            OwnerOnly.write(
                    file,
                    PemFile.write(authority.key, List.of(authority.certificate)).getBytes(US_ASCII));
            return authority;
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new UnusableCertificate("Visavis cannot make a CA in " + file + ": " + e.getMessage(), e);
        }
    }

    X509Certificate certificate() {
        return certificate;
    }

    boolean hasIssued(X509Certificate other) {
        try {
            other.verify(certificate.getPublicKey());
            return other.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /**
     * A new key with a certificate.
     *
     * @param names of the server, normalized; the first is also the subject
     */
    ServerIdentity issue(List<String> names, Instant now, Duration lifetime) throws UnusableCertificate {
        try {
            KeyPair pair = newKey();
            Instant end = now.plus(lifetime);
            Instant last = certificate.getNotAfter().toInstant();
            // A common name has at most 64 characters, and nobody reads it.
            X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(
                            BCStyle.CN,
                            names.get(0).substring(0, Math.min(64, names.get(0).length())))
                    .build();
            X500Name issuer =
                    X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
            GeneralName[] alternatives = names.stream()
                    .map(name -> new GeneralName(
                            HostNames.isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name))
                    .toArray(GeneralName[]::new);
            X509v3CertificateBuilder builder = builder(
                            subject, issuer, pair.getPublic(), now, end.isBefore(last) ? end : last)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate.getPublicKey()));
            return new ServerIdentity(pair.getPrivate(), List.of(sign(builder, key), certificate));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new UnusableCertificate("Visavis cannot make a certificate: " + e.getMessage(), e);
        }
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509v3CertificateBuilder builder(
            X500Name subject, X500Name issuer, PublicKey publicKey, Instant now, Instant end)
            throws IOException, GeneralSecurityException {
        return new JcaX509v3CertificateBuilder(
                        issuer,
                        new BigInteger(SERIAL_BITS, new SecureRandom())
                                .setBit(SERIAL_BITS - 2), // positive, of one length
                        Date.from(now.minus(CLOCK_DIFFERENCE)),
                        Date.from(end),
                        subject,
                        publicKey)
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(publicKey));
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }
}
