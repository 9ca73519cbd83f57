package org.visavis.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.visavis.SignedTokens;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;
import org.visavis.settings.TokenSettings;

/** What a token does beside a login and without one. */
class TokenPolicyTest {
    private final Instant now = Instant.now();

    @Test
    void thePolicyFollowsTheToken() {
        AccessPolicy policy = AccessPolicies.with(verifier(), Map.of("visavis.auth", "container,token"));
        String guest = SignedTokens.signed(claims().claim("role", "guest").jwtID("one"));
        AccessDecision admitted = policy.decide(by(null, "class-1", guest, null));
        assertEquals(
                AccessDecision.Admit.always(new Identity("Ada", true, Role.GUEST, new Grant("one", null, 0))),
                admitted);
        assertEquals(
                new AccessDecision.Refuse(ErrorCode.ROOM_FORBIDDEN), policy.decide(by(null, "board", guest, null)));
        assertEquals(
                new AccessDecision.Refuse(ErrorCode.LOGIN_REQUIRED), policy.decide(by(null, "class-1", null, null)));
        Login grace = new Login("grace", Set.of());
        String moderator =
                SignedTokens.signed(claims().claim("role", "moderator").jwtID("two"));
        AccessDecision both = policy.decide(by(grace, "class-1", moderator, null));
        assertEquals(
                AccessDecision.Admit.always(new Identity("grace", true, Role.MODERATOR, new Grant("two", null, 0))),
                both);
        AccessPolicy alone = AccessPolicies.with(verifier(), Map.of("visavis.auth", "token"));
        assertEquals(
                new AccessDecision.Refuse(ErrorCode.TOKEN_REQUIRED), alone.decide(by(null, "class-1", null, null)));
    }

    @Test
    void anExpiredTokenServesToComeBackOnly() {
        AccessPolicy policy = AccessPolicies.with(verifier(), Map.of("visavis.auth", "token"));
        String old = SignedTokens.signed(claims().expirationTime(Date.from(now.minusSeconds(600))));
        assertEquals(new AccessDecision.Refuse(ErrorCode.TOKEN_EXPIRED), policy.decide(by(null, "class-1", old, null)));
        ClientMessage.Resume resume = new ClientMessage.Resume("secret", 1L);
        assertTrue(((AccessDecision.Admit) policy.decide(by(null, "class-1", old, resume))).onlyResumes());
    }

    private static AccessRequest by(Login login, String room, String token, ClientMessage.Resume resume) {
        return new AccessRequest(null, null, "192.0.2.1", login, room, new ClientMessage.Join("X", token, resume));
    }

    private static JWTClaimsSet.Builder claims() {
        return SignedTokens.claims("class-*").claim("name", "Ada");
    }

    private TokenVerifier verifier() {
        List<TokenKey> keys = List.of(TokenKey.secret(null, SignedTokens.SECRET.getBytes(StandardCharsets.UTF_8)));
        return new TokenVerifier(
                () -> keys, new TokenSettings("", "visavis", null), new TokenRevocations(1, () -> now), () -> now);
    }
}
