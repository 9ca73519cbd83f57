package org.visavis.ice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Credentials for a TURN server that shares a secret with this one and keeps no list of users, as coturn does with
 * {@code use-auth-secret} (draft-uberti-behave-turn-rest-00). The user name says until when it is good, and the password
 * proves that whoever made it knows the secret.
 */
public final class TurnCredentials {
    /** What the draft fixes. As a message authentication code SHA-1 is not broken. */
    private static final String ALGORITHM = "HmacSHA1";

    private final SecretKey key;
    private final Duration lifetime;
    private final InstantSource clock;

    /**
     * @param secret of this and the TURN server, not empty
     * @param lifetime of each credential; nobody can call any longer with it
     * @param clock the wall clock, since the TURN server compares with its own
     */
    public TurnCredentials(String secret, Duration lifetime, InstantSource clock) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** A user name that is good from now on; {@code name} only makes it recognizable in the TURN server's log. */
    String username(String name) {
        return clock.instant().plus(lifetime).getEpochSecond() + ":" + name;
    }

    /** The password of a user name. */
    String password(String username) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM + ".", e);
        }
    }
}
