package org.visavis.room;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What a participant alone knows of itself, and comes back with. The key stays the same for as long as its page lives, and
 * its public id is made of it: so a server that has forgotten everything still gives the same id to the same participant,
 * and to nobody else. The life changes with each fresh join: what was said to an earlier one is never taken for what was
 * said to this.
 *
 * @param key 144 random bits
 * @param life 48 random bits
 */
record ResumeSecret(String key, String life) {
    private static final int KEY_LENGTH = 24;
    private static final int LIFE_LENGTH = 8;

    /** Nobody finds another key to an id of 72 bits; and twelve characters need no escaping in JSON. */
    private static final int ID_LENGTH = 12;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{" + (KEY_LENGTH + LIFE_LENGTH) + "}");

    private static final SecureRandom RANDOM = new SecureRandom();

    static ResumeSecret fresh() {
        return new ResumeSecret(random(KEY_LENGTH), random(LIFE_LENGTH));
    }

    /** What was handed out as this text; a fresh one where nothing ever was. */
    static ResumeSecret of(String text) {
        return FORM.matcher(text).matches()
                ? new ResumeSecret(text.substring(0, KEY_LENGTH), text.substring(KEY_LENGTH))
                : fresh();
    }

    /** The same participant, joining afresh. */
    ResumeSecret nextLife() {
        return new ResumeSecret(key, random(LIFE_LENGTH));
    }

    /** The public id, from which the key cannot be found. */
    String id() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().encodeToString(hash).substring(0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** As it is handed out. */
    String text() {
        return key + life;
    }

    /** Without the secret: a record that is printed or logged would tell it. */
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
