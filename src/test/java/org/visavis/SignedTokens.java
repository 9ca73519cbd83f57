package org.visavis;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** Tokens as a portal makes them that shares a secret with Visavis. */
public final class SignedTokens {
    public static final String SECRET = "a secret of more than thirty-two bytes";

    private SignedTokens() {}

    /** The claims of a token for a room that is valid for an hour. */
    public static JWTClaimsSet.Builder claims(String room) {
        return new JWTClaimsSet.Builder()
                .audience("visavis")
                .claim("room", room)
                .expirationTime(Date.from(Instant.now().plusSeconds(3_600)));
    }

    /** Signs claims with {@link #SECRET}. */
    public static String signed(JWTClaimsSet.Builder claims) {
        return signed(claims, SECRET);
    }

    public static String signed(JWTClaimsSet.Builder claims, String secret) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
            token.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
