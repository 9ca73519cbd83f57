package org.visavis.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.visavis.protocol.ErrorCode;
import org.visavis.settings.RoomPattern;
import org.visavis.settings.TokenSettings;

/**
 * Verifies signed tokens (JSON Web Tokens, RFC 7519, with the advice of RFC 8725). It believes nothing of a token before its
 * signature is right, and reads no key that a token brings along.
 *
 * <p>Thread-safe.
 */
public final class TokenVerifier {
    /** How far the clocks of two computers may be apart. */
    static final Duration LEEWAY = Duration.ofSeconds(60);

    /** Members of a header that bring a key along, or say where one is. */
    private static final Set<String> FOREIGN_KEYS = Set.of("jku", "jwk", "x5u", "x5c");

    /** Maximum length of an id or a user, in characters. */
    private static final int MAX_ID_LENGTH = 200;

    /** The largest number of people with one token. */
    private static final int MAX_AT_ONCE = 1_000;

    private static final int HASH_LENGTH = 16;

    private final TokenKeys keys;
    private final TokenSettings settings;
    private final TokenRevocations revoked;
    private final InstantSource time;

    /** @param time the wall clock, which the times in tokens are compared with */
    public TokenVerifier(TokenKeys keys, TokenSettings settings, TokenRevocations revoked, InstantSource time) {
        this.keys = keys;
        this.settings = settings;
        this.revoked = revoked;
        this.time = time;
    }

    /** @throws TokenException if the token is wrong; not if its time has just passed, see {@link Token#expired} */
    Token verify(String text) throws TokenException {
        SignedJWT token = parse(text);
        JWSHeader header = token.getHeader();
        String key = header.getKeyID();
        checkHeader(header);
        checkSignature(token);
        try {
            return read(token, token.getJWTClaimsSet());
        } catch (ParseException e) {
            throw invalid(key, "a claim is of the wrong kind");
        }
    }

    private static SignedJWT parse(String text) throws TokenException {
        try {
            return SignedJWT.parse(text); // only signed ones: neither encrypted nor unsigned
        } catch (ParseException | RuntimeException e) {
            throw invalid(null, "it is no signed token");
        }
    }

    private static void checkHeader(JWSHeader header) throws TokenException {
        String key = header.getKeyID();
        if (header.getCriticalParams() != null || !header.isBase64URLEncodePayload()) {
            throw invalid(key, "it has critical extensions");
        }
        if (header.getIncludedParams().stream().anyMatch(FOREIGN_KEYS::contains)) {
            throw invalid(key, "it brings a key along");
        }
        boolean isPlain = header.getType() == null || header.getType().equals(JOSEObjectType.JWT);
        if (!isPlain
                || header.getContentType() != null
                || header.getIncludedParams().contains("zip")) {
            throw invalid(key, "it is a token of another type, or has another one in it");
        }
    }

    private void checkSignature(SignedJWT token) throws TokenException {
        JWSHeader header = token.getHeader();
        List<TokenKey> known = keys.current();
        if (known.isEmpty()) {
            throw new TokenException(ErrorCode.INTERNAL_ERROR, header.getKeyID(), "there are no keys yet");
        }
        List<TokenKey> meant = known.stream()
                .filter(key -> key.algorithm().equals(header.getAlgorithm()) && key.isMeantBy(header.getKeyID()))
                .toList();
        if (meant.isEmpty()) {
            keys.missed();
            throw invalid(header.getKeyID(), "no key of this algorithm has the id that it names");
        }
        for (TokenKey key : meant) {
            if (passes(key, token)) {
                return;
            }
        }
        throw invalid(header.getKeyID(), "the signature is wrong");
    }

    private static boolean passes(TokenKey key, SignedJWT token) {
        try {
            return key.check().passes(token.getHeader(), token.getSigningInput(), token.getSignature());
        } catch (JOSEException | GeneralSecurityException | RuntimeException e) { // of the wrong form
            return false;
        }
    }

    private Token read(SignedJWT token, JWTClaimsSet claims) throws ParseException, TokenException {
        String key = token.getHeader().getKeyID();
        if (!claims.getAudience().contains(settings.audience())) {
            throw invalid(key, "it is for another audience");
        }
        if (settings.issuer() != null && !settings.issuer().equals(claims.getIssuer())) {
            throw invalid(key, "it is of another issuer");
        }
        boolean expired = isExpired(claims, key);
        Grant grant = grant(token, claims);
        if (revoked.has(grant.token())) {
            throw invalid(key, "it is revoked");
        }
        String name = claims.getStringClaim("name");
        return new Token(
                rooms(claims, key), name == null || name.isBlank() ? null : name, role(claims, key), expired, grant);
    }

    private boolean isExpired(JWTClaimsSet claims, String key) throws TokenException {
        Instant now = time.instant();
        Date expiry = claims.getExpirationTime();
        if (expiry == null) {
            throw invalid(key, "it never expires");
        }
        Date issued = claims.getIssueTime();
        if (issued != null && issued.toInstant().isAfter(now.plus(LEEWAY))) {
            throw invalid(key, "it was issued in the future");
        }
        Date begin = claims.getNotBeforeTime();
        if (begin != null && begin.toInstant().isAfter(now.plus(LEEWAY))) {
            throw new TokenException(ErrorCode.TOKEN_TOO_EARLY, key, "it is not valid yet");
        }
        return !expiry.toInstant().isAfter(now.minus(LEEWAY));
    }

    private static RoomPattern rooms(JWTClaimsSet claims, String key) throws ParseException, TokenException {
        String rooms = claims.getStringClaim("room");
        if (rooms == null || !RoomPattern.isPattern(rooms)) {
            throw invalid(key, "it names no room");
        }
        return new RoomPattern(rooms);
    }

    private static Role role(JWTClaimsSet claims, String key) throws ParseException, TokenException {
        String code = claims.getStringClaim("role");
        return code == null
                ? Role.PARTICIPANT
                : Arrays.stream(Role.values())
                        .filter(role -> role.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> invalid(key, "it has an unknown role"));
    }

    private static Grant grant(SignedJWT token, JWTClaimsSet claims) throws ParseException, TokenException {
        String key = token.getHeader().getKeyID();
        String id = claims.getJWTID();
        String user = claims.getSubject();
        if (isTooLong(id) || isTooLong(user) || "".equals(id)) {
            throw invalid(key, "an id is empty or too long");
        }
        Object most = claims.getClaim("max");
        if (most != null && !(most instanceof Long number && number >= 1 && number <= MAX_AT_ONCE)) {
            throw invalid(key, "the largest number of people is none");
        }
        return new Grant(id == null ? hash(token) : id, user, most == null ? 0 : ((Long) most).intValue());
    }

    private static boolean isTooLong(String text) {
        return text != null && text.length() > MAX_ID_LENGTH;
    }

    /** Of what is signed. The signature itself can be written in several ways, and each would seem to be another token. */
    private static String hash(SignedJWT token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getSigningInput());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, HASH_LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static TokenException invalid(String key, String reason) {
        return new TokenException(ErrorCode.INVALID_TOKEN, key, reason);
    }
}
