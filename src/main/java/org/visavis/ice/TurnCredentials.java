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
 * Makes credentials for a TURN server that shares a secret with this server and keeps no list of users, as coturn does with
 * {@code use-auth-secret} (draft-uberti-behave-turn-rest-00). The user name holds the time of expiry. The password proves
 * that its maker knows the secret.
 */
public final class TurnCredentials {
    /** The algorithm that the draft requires. SHA-1 is not broken as a message authentication code. */
    private static final String ALGORITHM = "HmacSHA1";

    private final SecretKey key;
    private final Duration lifetime;
    private final InstantSource clock;

    /**
     * @param secret shared with the TURN server, not empty
     * @param lifetime of each credential, and so of each call that uses it
     * @param clock the wall clock, since the TURN server compares with its own
     */
    public TurnCredentials(String secret, Duration lifetime, InstantSource clock) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** A user name that is valid from now on. {@code name} only makes it recognizable in the TURN server's log. */
    String username(String name) {
        return clock.instant().plus(lifetime).getEpochSecond() + ":" + name;
    }

    /** The password for a user name. */
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
