package org.visavis.launcher.certificates;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * What a PEM file holds. Keys may be in PKCS#8 or in the older formats of OpenSSL ({@code EC PRIVATE KEY},
 * {@code RSA PRIVATE KEY}).
 *
 * @param certificates in the order of the file
 * @param keys private keys
 */
record PemFile(List<X509Certificate> certificates, List<PrivateKey> keys) {
    /** Far more than a key and a chain take; a larger file is a mistake. */
    private static final long MOST_BYTES = 1024 * 1024;

    static PemFile read(Path file) throws UnusableCertificate {
        PemFile content = new PemFile(new ArrayList<>(), new ArrayList<>());
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UnusableCertificate(file + " is too large for a file of certificates.");
            }
            try (Reader text = new StringReader(Files.readString(file, US_ASCII));
                    PEMParser parser = new PEMParser(text)) {
                for (Object entry = parser.readObject(); entry != null; entry = parser.readObject()) {
                    content.add(entry, file);
                }
            }
        } catch (IOException | CertificateException | RuntimeException e) { // the parser throws some of each
            throw new UnusableCertificate(file + " cannot be read as PEM (" + reason(e) + ").", e);
        }
        return content;
    }

    private void add(Object entry, Path file) throws UnusableCertificate, PEMException, CertificateException {
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
        if (entry instanceof X509CertificateHolder certificate) {
            certificates.add(new JcaX509CertificateConverter().getCertificate(certificate));
        } else if (entry instanceof PrivateKeyInfo key) {
            keys.add(converter.getPrivateKey(key));
        } else if (entry instanceof PEMKeyPair pair) {
            keys.add(converter.getPrivateKey(pair.getPrivateKeyInfo()));
        } else if (entry instanceof PEMEncryptedKeyPair || entry instanceof PKCS8EncryptedPrivateKeyInfo) {
            throw new UnusableCertificate("The key in " + file
                    + " is protected by a password; give it without one, or as a PKCS#12 file with --keystore.");
        } // else parameters of a curve, which OpenSSL writes before the key
    }

    private static String reason(Exception e) {
        if (e instanceof java.nio.file.NoSuchFileException) {
            return "there is no such file";
        }
        return e instanceof java.nio.file.AccessDeniedException ? "no permission" : String.valueOf(e.getMessage());
    }

    /** A key in PKCS#8 and certificates, as text. */
    static String write(PrivateKey key, List<X509Certificate> certificates) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(new JcaPKCS8Generator(key, null));
            for (X509Certificate certificate : certificates) {
                writer.writeObject(certificate);
            }
        }
        return text.toString();
    }
}
