package org.visavis.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.visavis.SignedTokens;
import org.visavis.protocol.ErrorCode;
import org.visavis.settings.TokenSettings;

/** Tokens as Nimbus makes them and as an attacker does. */
class TokenVerifierTest {
    private static RSAKey rsa;
    private static ECKey ec;
    private static KeyPair ed;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final TokenRevocations revoked = new TokenRevocations(2, () -> now);

    @BeforeAll
    static void makeKeys() throws JOSEException, GeneralSecurityException {
        rsa = new RSAKeyGenerator(2_048).keyID("rsa").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        ed = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    @Test
    void takesWhatIsSignedWithEachKindOfKey() throws Exception {
        String set = new JWKSet(List.of(rsa, ec)).toPublicJWKSet().toString();
        assertEquals(
                "Ada",
                verify(set, sign(JWSAlgorithm.RS256, "rsa", new RSASSASigner(rsa)))
                        .name());
        assertEquals(
                "Ada",
                verify(set, sign(JWSAlgorithm.ES256, null, new ECDSASigner(ec))).name());
        assertEquals(
                "Ada",
                verify(pem(rsa.toPublicKey()), sign(JWSAlgorithm.RS256, "any", new RSASSASigner(rsa)))
                        .name());
        assertEquals(
                "Ada",
                verify(pem(ec.toPublicKey()), sign(JWSAlgorithm.ES256, null, new ECDSASigner(ec)))
                        .name());
        assertEquals("Ada", verify(pem(ed.getPublic()), edDsa()).name());
        byte[] encoded = ed.getPublic().getEncoded();
        String x = base64(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        String okp = "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"" + x + "\"}]}";
        assertEquals("Ada", verify(okp, edDsa()).name());
        assertEquals(
                "Ada",
                verify(SignedTokens.SECRET + "\n", SignedTokens.signed(claims()))
                        .name());
    }

    @Test
    void readsTheClaims() throws Exception {
        Token token = verify(SignedTokens.signed(
                claims().claim("role", "guest").claim("max", 2).jwtID("one").subject("user-7")));
        assertTrue(token.rooms().matches("Class-1a") && !token.rooms().matches("board"));
        assertEquals(Role.GUEST, token.role());
        assertEquals(new Grant("one", "user-7", 2), token.grant());
        Token least = verify(SignedTokens.signed(claims().claim("name", " ")));
        assertNull(least.name());
        assertEquals(Role.PARTICIPANT, least.role());
    }

    /** With another signature of the same claims a token would otherwise count as another one. */
    @Test
    void aTokenWithoutAnIdHasTheSameHoweverItsSignatureIsWritten() throws Exception {
        JWTClaimsSet.Builder claims = claims();
        String once = sign(claims, JWSAlgorithm.ES256, null, new ECDSASigner(ec));
        String again = sign(claims, JWSAlgorithm.ES256, null, new ECDSASigner(ec));
        assertFalse(once.equals(again));
        String key = pem(ec.toPublicKey());
        assertEquals(verify(key, once).grant(), verify(key, again).grant());
    }

    @Test
    void refusesAnUnsignedToken() {
        for (String alg : List.of("none", "None", "NONE", "")) {
            String header = base64(("{\"alg\":\"" + alg + "\"}").getBytes(StandardCharsets.UTF_8));
            String body = SignedTokens.signed(claims()).split("\\.", -1)[1];
            assertInvalid(SignedTokens.SECRET, header + "." + body + ".");
            assertInvalid(SignedTokens.SECRET, header + "." + body + ".AAAA");
        }
    }

    @Test
    void refusesAPublicKeyAsASharedSecret() throws Exception {
        String pem = pem(rsa.toPublicKey());
        for (byte[] secret : List.of(
                pem.getBytes(StandardCharsets.UTF_8),
                pem.strip().getBytes(StandardCharsets.UTF_8),
                rsa.toPublicKey().getEncoded())) {
            assertInvalid(pem, sign(JWSAlgorithm.HS256, null, new MACSigner(secret)));
        }
        String set = new JWKSet(rsa).toPublicJWKSet().toString();
        assertInvalid(
                set,
                sign(JWSAlgorithm.HS256, "rsa", new MACSigner(rsa.toPublicKey().getEncoded())));
    }

    @Test
    void refusesAnotherAlgorithmOfTheSameKey() throws Exception {
        assertInvalid(pem(rsa.toPublicKey()), sign(JWSAlgorithm.PS256, null, new RSASSASigner(rsa)));
        assertInvalid(pem(rsa.toPublicKey()), sign(JWSAlgorithm.RS512, null, new RSASSASigner(rsa)));
        byte[] longer = (SignedTokens.SECRET + SignedTokens.SECRET).getBytes(StandardCharsets.UTF_8);
        assertInvalid(
                new String(longer, StandardCharsets.UTF_8), sign(JWSAlgorithm.HS512, null, new MACSigner(longer)));
    }

    @Test
    void refusesAWrongSignature() throws Exception {
        RSAKey other = new RSAKeyGenerator(2_048).generate();
        assertInvalid(pem(rsa.toPublicKey()), sign(JWSAlgorithm.RS256, null, new RSASSASigner(other)));
        String good = SignedTokens.signed(claims());
        String[] parts = good.split("\\.", -1);
        String forged =
                base64("{\"aud\":\"visavis\",\"room\":\"*\",\"exp\":9999999999}".getBytes(StandardCharsets.UTF_8));
        assertInvalid(SignedTokens.SECRET, parts[0] + "." + forged + "." + parts[2]);
        assertInvalid(SignedTokens.SECRET, parts[0] + "." + parts[1] + ".");
        String zeros = base64(new byte[64]); // signs everything with a broken ECDSA (CVE-2022-21449)
        String es256 = sign(JWSAlgorithm.ES256, null, new ECDSASigner(ec));
        assertInvalid(pem(ec.toPublicKey()), es256.substring(0, es256.lastIndexOf('.') + 1) + zeros);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "../../dev/null", "/dev/null", "https://evil.example/keys", "' OR 1=1", ""})
    void aKeyIdSelectsAmongTheKnownKeysAlone(String kid) throws Exception {
        String set = new JWKSet(rsa).toPublicJWKSet().toString();
        assertInvalid(set, sign(JWSAlgorithm.RS256, kid, new RSASSASigner(rsa)));
    }

    @Test
    void refusesKeysAndExtensionsThatATokenBringsAlong() throws Exception {
        RSAKey own = new RSAKeyGenerator(2_048).generate();
        List<UnaryOperator<JWSHeader.Builder>> attacks = List.of(
                header -> header.jwk(own.toPublicJWK()),
                header -> header.jwkURL(URI.create("https://evil.example/keys")),
                header -> header.x509CertURL(URI.create("https://evil.example/cert")),
                header -> header.criticalParams(Set.of("exp")),
                header -> header.contentType("JWT"),
                header -> header.customParam("zip", "DEF"),
                header -> header.type(new JOSEObjectType("logout+jwt")));
        for (UnaryOperator<JWSHeader.Builder> attack : attacks) {
            JWSHeader header =
                    attack.apply(new JWSHeader.Builder(JWSAlgorithm.RS256)).build();
            for (RSAKey key : List.of(rsa, own)) { // the right signature does not help, either
                SignedJWT token = new SignedJWT(header, claims().build());
                token.sign(new RSASSASigner(key));
                assertInvalid(pem(rsa.toPublicKey()), token.serialize());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "a.b.c.d.e", "{}", "\ud800", "eyJhbGciOiJIUzI1NiJ9..AA"})
    void refusesWhatIsNoToken(String text) {
        assertInvalid(SignedTokens.SECRET, text);
    }

    @Test
    void refusesClaimsThatAreMissingOrWrong() {
        Date future = Date.from(now.plusSeconds(3_600));
        for (JWTClaimsSet.Builder claims : List.of(
                claims().expirationTime(null),
                claims().audience("another"),
                claims().audience((String) null),
                claims().issueTime(future),
                claims().claim("room", null),
                claims().claim("room", "a/b"),
                claims().claim("room", 7),
                claims().claim("role", "admin"),
                claims().claim("name", Map.of("a", "b")),
                claims().claim("max", 0),
                claims().claim("max", 1.5),
                claims().claim("max", "2"),
                claims().jwtID(""),
                claims().jwtID("x".repeat(201)),
                claims().subject("x".repeat(201)))) {
            assertInvalid(SignedTokens.SECRET, SignedTokens.signed(claims));
        }
    }

    @Test
    void theIssuerMustBeTheOneOfTheSettings() throws Exception {
        TokenKeys keys = keys(SignedTokens.SECRET);
        TokenVerifier strict = new TokenVerifier(keys, new TokenSettings("", "visavis", "portal"), revoked, () -> now);
        assertEquals(
                "Ada",
                strict.verify(SignedTokens.signed(claims().issuer("portal"))).name());
        for (String issuer : new String[] {null, "other"}) {
            assertThrows(TokenException.class, () -> strict.verify(SignedTokens.signed(claims().issuer(issuer))));
        }
    }

    @Test
    void clocksMayBeAMinuteApart() throws Exception {
        assertFalse(verify(SignedTokens.signed(claims().expirationTime(Date.from(now.minusSeconds(59)))))
                .expired());
        assertTrue(verify(SignedTokens.signed(claims().expirationTime(Date.from(now.minusSeconds(60)))))
                .expired());
        verify(SignedTokens.signed(claims().notBeforeTime(Date.from(now.plusSeconds(60)))));
        String early = SignedTokens.signed(claims().notBeforeTime(Date.from(now.plusSeconds(61))));
        TokenException refusal = assertThrows(TokenException.class, () -> verify(early));
        assertEquals(ErrorCode.TOKEN_TOO_EARLY, refusal.code());
    }

    @Test
    void aRevokedTokenIsRefused() throws Exception {
        String token = SignedTokens.signed(claims().jwtID("one"));
        verify(token);
        assertTrue(revoked.revoke("one", now.plusSeconds(3_600)));
        assertInvalid(SignedTokens.SECRET, token);
        assertTrue(revoked.revoke("two", now.plusSeconds(3_600)));
        assertFalse(revoked.revoke("three", now.plusSeconds(3_600)), "their number is bounded");
    }

    private static JWTClaimsSet.Builder claims() {
        return SignedTokens.claims("class-*").claim("name", "Ada");
    }

    private Token verify(String token) throws TokenException {
        return verify(SignedTokens.SECRET, token);
    }

    private Token verify(String keys, String token) throws TokenException {
        return verifier(keys).verify(token);
    }

    private TokenVerifier verifier(String keys) {
        return new TokenVerifier(keys(keys), new TokenSettings("", "visavis", null), revoked, () -> now);
    }

    private static TokenKeys keys(String text) {
        List<TokenKey> keys = TokenKeyReader.read(text.getBytes(StandardCharsets.UTF_8), true);
        return () -> keys;
    }

    private void assertInvalid(String keys, String token) {
        TokenException refusal = assertThrows(TokenException.class, () -> verify(keys, token), token);
        assertEquals(ErrorCode.INVALID_TOKEN, refusal.code(), refusal.getMessage());
    }

    private static String sign(JWSAlgorithm algorithm, String kid, JWSSigner signer) throws JOSEException {
        return sign(claims(), algorithm, kid, signer);
    }

    private static String sign(JWTClaimsSet.Builder claims, JWSAlgorithm algorithm, String kid, JWSSigner signer)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(kid).build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    /** Made by hand, since Nimbus needs another library for it. */
    private static String edDsa() throws GeneralSecurityException {
        String signed = base64("{\"alg\":\"EdDSA\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims().build().toString().getBytes(StandardCharsets.UTF_8));
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(ed.getPrivate());
        signer.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + base64(signer.sign());
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
