package org.visavis.launcher.certificates;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;

/**
 * What a server proves itself with.
 *
 * @param key the private key of the first certificate
 * @param chain the server's certificate first, each followed by that of its issuer; never empty
 */
public record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {
    public ServerIdentity {
        chain = List.copyOf(chain);
    }

    /** The server's own certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The names and addresses in the certificate, {@link HostNames#normalized}. Patterns ("*.example") are left out. */
    public List<String> names() {
        try {
            Collection<List<?>> alternatives = certificate().getSubjectAlternativeNames();
            return alternatives == null
                    ? List.of()
                    : alternatives.stream()
                            .map(alternative -> String.valueOf(alternative.get(1)))
                            .flatMap(name -> HostNames.normalized(name).stream())
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /** Whether the key belongs to the certificate: what one signs, the other verifies. */
    boolean matches() {
        PublicKey publicKey = certificate().getPublicKey();
        String algorithm = switch (publicKey.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            case "RSASSA-PSS" -> "RSASSA-PSS";
            default -> publicKey.getAlgorithm(); // such as Ed25519, where key and signature have one name
        };
        byte[] challenge = new byte[32];
        new SecureRandom().nextBytes(challenge);
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(challenge);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(challenge);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) { // keys of different kinds
            return false;
        }
    }
}
