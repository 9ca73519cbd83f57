package org.visavis.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads keys: public keys or certificates in PEM, a JSON Web Key Set, or a shared secret, which is all of a file. Each
 * violation is an {@link IllegalArgumentException} with the rest of a sentence that begins with what has been read.
 */
final class TokenKeyReader {
    /** Maximum length of what has keys in it, in bytes. */
    static final int MAX_LENGTH = 256 * 1024;

    /** How many keys are used: a token that names none may be tried with all. */
    private static final int MAX_KEYS = 32;

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    /** What goes before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] ED25519 = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private static final int ED25519_LENGTH = 32;

    private TokenKeyReader() {}

    /** @param mayHaveSecrets whether only the owner can read it; then a shared secret counts, too */
    static List<TokenKey> read(byte[] content, boolean mayHaveSecrets) {
        if (content.length > MAX_LENGTH) {
            throw new IllegalArgumentException("is longer than " + MAX_LENGTH + " bytes.");
        }
        String text = new String(content, StandardCharsets.UTF_8).strip();
        List<TokenKey> keys;
        if (text.startsWith("{")) {
            keys = set(text, mayHaveSecrets);
        } else if (text.startsWith("-----BEGIN")) {
            keys = pem(text);
        } else if (mayHaveSecrets) {
            keys = List.of(TokenKey.secret(null, withoutLineEnd(content)));
        } else {
            throw new IllegalArgumentException("is no JSON Web Key Set.");
        }
        if (keys.isEmpty() || keys.size() > MAX_KEYS) {
            throw new IllegalArgumentException(
                    "has " + keys.size() + " keys that can be used; it must have 1 to " + MAX_KEYS + ".");
        }
        return keys;
    }

    private static byte[] withoutLineEnd(byte[] content) {
        int end = content.length;
        while (end > 0 && (content[end - 1] == '\n' || content[end - 1] == '\r')) {
            end--;
        }
        return Arrays.copyOf(content, end);
    }

    private static List<TokenKey> set(String text, boolean mayHaveSecrets) {
        List<TokenKey> keys = new ArrayList<>();
        try {
            for (JWK key : JWKSet.parse(text).getKeys()) {
                boolean isSecret = key.getKeyType().equals(KeyType.OCT);
                if (key.isPrivate() && !isSecret) {
                    throw new IllegalArgumentException("has a private key; only the public ones belong there.");
                }
                boolean signs = key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE);
                if (signs && (mayHaveSecrets || !isSecret)) {
                    add(key, keys);
                }
            }
        } catch (ParseException e) {
            throw new IllegalArgumentException("is no JSON Web Key Set.", e);
        }
        return keys;
    }

    /** Leaves out a key of another kind: an identity provider publishes all that it has. */
    private static void add(JWK key, List<TokenKey> keys) {
        try {
            TokenKey added = key.getKeyType().equals(KeyType.OCT)
                    ? TokenKey.secret(key.getKeyID(), key.toOctetSequenceKey().toByteArray())
                    : TokenKey.of(key.getKeyID(), publicKey(key));
            if (key.getAlgorithm() == null || key.getAlgorithm().equals(added.algorithm())) {
                keys.add(added);
            }
        } catch (IllegalArgumentException | JOSEException | GeneralSecurityException e) {
            // one key less
        }
    }

    private static PublicKey publicKey(JWK key) throws JOSEException, GeneralSecurityException {
        if (key instanceof OctetKeyPair pair) {
            byte[] bits = pair.getDecodedX();
            if (!pair.getCurve().equals(Curve.Ed25519) || bits.length != ED25519_LENGTH) {
                throw new IllegalArgumentException("has a key of another curve.");
            }
            byte[] encoded = Arrays.copyOf(ED25519, ED25519.length + ED25519_LENGTH);
            System.arraycopy(bits, 0, encoded, ED25519.length, ED25519_LENGTH);
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        }
        return key.getKeyType().equals(KeyType.RSA)
                ? key.toRSAKey().toPublicKey()
                : key.toECKey().toPublicKey();
    }

    private static List<TokenKey> pem(String text) {
        List<TokenKey> keys = new ArrayList<>();
        Matcher block = PEM.matcher(text);
        while (block.find()) {
            byte[] encoded = Base64.getMimeDecoder().decode(block.group(2));
            keys.add(TokenKey.of(null, publicKey(block.group(1), encoded)));
        }
        return keys;
    }

    private static PublicKey publicKey(String title, byte[] encoded) {
        try {
            return switch (title) {
                case "CERTIFICATE" ->
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(encoded))
                            .getPublicKey();
                case "PUBLIC KEY" -> publicKey(encoded);
                default ->
                    throw new IllegalArgumentException(
                            "has a " + title + " in it; it must be a PUBLIC KEY or a CERTIFICATE.");
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("has a " + title + " in it that cannot be read.", e);
        }
    }

    /** The algorithm is written in the key, but the JDK wants to be told. */
    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException e) {
                // another algorithm
            }
        }
        throw new InvalidKeySpecException();
    }
}
