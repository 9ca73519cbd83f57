package org.visavis.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;

/**
 * A key that verifies signatures of tokens, of one algorithm only: whoever could choose the algorithm could sign with the
 * public key as if it were a secret.
 *
 * @param id as a JSON Web Key Set names it; null if it has none
 */
public record TokenKey(String id, JWSAlgorithm algorithm, Check check) {
    /** Minimum length of a shared secret, in bytes (RFC 7518, section 3.2). */
    static final int MIN_SECRET_LENGTH = 32;

    /** A shorter key is too weak (RFC 7518, section 3.3); verifying takes too long with a longer one. */
    private static final int MIN_RSA_BITS = 2_048;

    private static final int MAX_RSA_BITS = 8_192;

    /** Usual exponents have 17 bits; verifying takes long with a large one. */
    private static final int MAX_RSA_EXPONENT_BITS = 64;

    /** Whether the signature is right. */
    interface Check {
        boolean passes(JWSHeader header, byte[] signed, Base64URL signature)
                throws JOSEException, GeneralSecurityException;
    }

    /** @throws IllegalArgumentException with the rest of a sentence that begins with what has the key */
    static TokenKey secret(String id, byte[] secret) {
        if (secret.length < MIN_SECRET_LENGTH) {
            throw new IllegalArgumentException(
                    "has a secret of " + secret.length + " bytes; it must have " + MIN_SECRET_LENGTH + " or more.");
        }
        try {
            return of(id, JWSAlgorithm.HS256, new MACVerifier(secret));
        } catch (JOSEException e) {
            throw new IllegalArgumentException("has a secret that cannot be used.", e);
        }
    }

    /** @throws IllegalArgumentException as {@link #secret} */
    static TokenKey of(String id, PublicKey key) {
        try {
            if (key instanceof RSAPublicKey rsa && isUsual(rsa)) {
                return of(id, JWSAlgorithm.RS256, new RSASSAVerifier(rsa));
            }
            if (key instanceof ECPublicKey ec) {
                ECDSAVerifier verifier = new ECDSAVerifier(ec);
                if (verifier.supportedJWSAlgorithms().contains(JWSAlgorithm.ES256)) {
                    return of(id, JWSAlgorithm.ES256, verifier);
                }
            }
            if (key instanceof EdECPublicKey ed && ed.getParams().getName().equals("Ed25519")) {
                return new TokenKey(
                        id, JWSAlgorithm.EdDSA, (header, signed, signature) -> edDsa(ed, signed, signature));
            }
        } catch (JOSEException e) {
            // reported below
        }
        throw new IllegalArgumentException("has a key of a kind that is not supported: it must be RSA of "
                + MIN_RSA_BITS + " to " + MAX_RSA_BITS + " bits, EC of the curve P-256, or Ed25519.");
    }

    private static boolean isUsual(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        return bits >= MIN_RSA_BITS
                && bits <= MAX_RSA_BITS
                && key.getPublicExponent().bitLength() <= MAX_RSA_EXPONENT_BITS;
    }

    private static TokenKey of(String id, JWSAlgorithm algorithm, JWSVerifier verifier) {
        return new TokenKey(id, algorithm, verifier::verify);
    }

    /** The JDK's own, since Nimbus needs another library for this. */
    private static boolean edDsa(EdECPublicKey key, byte[] signed, Base64URL signature)
            throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(signed);
        return verifier.verify(signature.decode());
    }

    /** Whether a token may mean this key that names that one, or none if null. */
    boolean isMeantBy(String named) {
        return id == null || named == null || id.equals(named);
    }
}
