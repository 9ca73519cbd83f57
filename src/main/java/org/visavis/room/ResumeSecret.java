package org.visavis.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The secret with which a participant comes back, known to nobody else. Its key stays the same as long as the page lives,
 * and the public id is derived from it. So even a server that has lost its state gives the same id to the same participant,
 * and to nobody else. The life changes with each fresh join, so that messages to an earlier life are never mistaken for
 * messages to this one.
 *
 * @param key 144 random bits
 * @param life 48 random bits
 */
record ResumeSecret(String key, String life) {
    private static final int KEY_LENGTH = 24;
    private static final int LIFE_LENGTH = 8;

    /** Length of an id: with 72 bits nobody finds another key for the same id. Its characters need no escaping in JSON. */
    private static final int ID_LENGTH = 12;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{" + (KEY_LENGTH + LIFE_LENGTH) + "}");

    private static final SecureRandom RANDOM = new SecureRandom();

    static ResumeSecret fresh() {
        return new ResumeSecret(random(KEY_LENGTH), random(LIFE_LENGTH));
    }

    /** Parses a secret. For a text of any other form this is a fresh secret. */
    static ResumeSecret of(String text) {
        return FORM.matcher(text).matches()
                ? new ResumeSecret(text.substring(0, KEY_LENGTH), text.substring(KEY_LENGTH))
                : fresh();
    }

    /** The secret of the same participant after a fresh join. */
    ResumeSecret nextLife() {
        return new ResumeSecret(key, random(LIFE_LENGTH));
    }

    /** The public id. Nobody can find the key from it. */
    String id() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().encodeToString(hash).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** The secret as the client gets it. */
    String text() {
        return key + life;
    }

    /** Omits the secret, since records are printed and logged. */
    @Override
    public String toString() {
        return "ResumeSecret of " + id();
    }

    private static String random(int length) {
        byte[] bits = new byte[length * 6 / 8];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
