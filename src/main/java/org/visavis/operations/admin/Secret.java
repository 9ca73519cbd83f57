package org.visavis.operations.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** What lets its holder in: 256 random bits as text. The server keeps only a hash of it. */
final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int BYTES = 32;

    private Secret() {}

    /** A new one, of characters that may stand in an address and in a cookie. */
    static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The SHA-256 hash in hexadecimal. */
    static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    /** Compares two hashes, in a time that does not depend on where they differ. */
    static boolean equal(String hash, String other) {
        return MessageDigest.isEqual(hash.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}
