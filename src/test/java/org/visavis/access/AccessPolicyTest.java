package org.visavis.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.visavis.access.AccessDecision.Admit;
import org.visavis.access.AccessDecision.Refuse;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ProtocolException;

class AccessPolicyTest {
    private static final Identity ADA = Identity.verified("ada", Role.MODERATOR);
    private static final AccessRequest SIGNED_IN = new AccessRequest(null, null, null, ADA, null);
    private static final ClientMessage.Join AS_GRACE = new ClientMessage.Join("Grace", null);

    private final AccessPolicy open = new AccessPolicy(false, new AllowedOrigins(Set.of()));
    private final AccessPolicy container = new AccessPolicy(true, new AllowedOrigins(Set.of()));

    @Test
    void anybodyMayComeWhereNoLoginIsRequired() {
        assertEquals(new Admit(null), open.decide(AccessRequest.UNKNOWN));
        assertEquals(new Admit(Identity.claimed("Grace")), open.decide(AccessRequest.UNKNOWN.with(AS_GRACE)));
    }

    @Test
    void nobodyMayComeWithoutALoginThatIsRequired() {
        assertEquals(new Refuse(ErrorCode.LOGIN_REQUIRED), container.decide(AccessRequest.UNKNOWN));
        assertEquals(new Refuse(ErrorCode.LOGIN_REQUIRED), container.decide(AccessRequest.UNKNOWN.with(AS_GRACE)));
        assertEquals(new Admit(ADA), container.decide(SIGNED_IN));
    }

    @Test
    void theContainersNameGoesBeforeThatOfTheJoin() {
        assertEquals(new Admit(ADA), open.decide(SIGNED_IN.with(AS_GRACE)));
        assertEquals(new Admit(ADA), open.decide(SIGNED_IN.with(new ClientMessage.Join(null, null))));
    }

    @Test
    void whoHasNotSignedInMustSayAName() {
        AccessRequest nameless = AccessRequest.UNKNOWN.with(new ClientMessage.Join(null, null));
        ProtocolException refusal = assertThrows(ProtocolException.class, () -> open.decide(nameless));
        assertEquals(ErrorCode.INVALID_MESSAGE, refusal.code());
    }

    @Test
    void asksForTheOriginOfThePage() {
        AccessRequest handshake = new AccessRequest(null, "visavis.example", "192.0.2.1", null, null);
        assertTrue(open.allowsOrigin(handshake.from("https://visavis.example")));
        assertFalse(open.allowsOrigin(handshake.from("https://evil.example")));
        assertFalse(open.allowsOrigin(AccessRequest.UNKNOWN.from("https://visavis.example")), "no host is known");
    }

    @Test
    void aSecretTurnsNobodyIntoSomebodyElse() {
        Identity claimed = Identity.claimed("ada");
        assertTrue(AccessPolicy.mayTakeUpPlace(claimed, Identity.claimed("Grace")));
        assertTrue(AccessPolicy.mayTakeUpPlace(ADA, ADA));
        assertFalse(AccessPolicy.mayTakeUpPlace(ADA, claimed));
        assertFalse(AccessPolicy.mayTakeUpPlace(claimed, ADA));
    }
}
