package org.visavis.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.visavis.access.AccessDecision.Admit;
import org.visavis.access.AccessDecision.Refuse;
import org.visavis.protocol.ClientMessage;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ProtocolException;

class AccessPolicyTest {
    private static final Login ADA = new Login("ada", Set.of("staff"));
    private static final Login GRACE = new Login("grace", Set.of("teachers"));
    private static final ClientMessage.Join AS_GRACE = new ClientMessage.Join("Grace", null, null);

    private final AccessPolicy open = AccessPolicies.open();
    private final AccessPolicy container = AccessPolicies.of(Map.of("visavis.auth", "container"));

    @Test
    void anybodyMayComeWhereNoLoginIsRequired() {
        assertEquals(Admit.always(null), open.decide(AccessRequest.UNKNOWN));
        assertEquals(
                Admit.always(Identity.claimed("Grace")),
                open.decide(AccessRequest.UNKNOWN.about("daily").with(AS_GRACE)));
    }

    @Test
    void nobodyMayComeWithoutALoginThatIsRequired() {
        assertEquals(new Refuse(ErrorCode.LOGIN_REQUIRED), container.decide(AccessRequest.UNKNOWN));
        assertEquals(new Refuse(ErrorCode.LOGIN_REQUIRED), container.decide(AccessRequest.UNKNOWN.with(AS_GRACE)));
        assertEquals(
                Admit.always(Identity.verified("ada", Role.PARTICIPANT)), container.decide(by(ADA, "daily", AS_GRACE)));
    }

    @Test
    void theContainersNameGoesBeforeThatOfTheJoin() {
        ClientMessage.Join nameless = new ClientMessage.Join(null, null, null);
        for (ClientMessage.Join join : List.of(AS_GRACE, nameless)) {
            assertEquals(Admit.always(Identity.verified("ada", Role.PARTICIPANT)), open.decide(by(ADA, "daily", join)));
        }
    }

    @Test
    void whoHasNotSignedInMustSayAName() {
        AccessRequest nameless = AccessRequest.UNKNOWN.with(new ClientMessage.Join(null, null, null));
        ProtocolException refusal = assertThrows(ProtocolException.class, () -> open.decide(nameless));
        assertEquals(ErrorCode.INVALID_MESSAGE, refusal.code());
    }

    @Test
    void onlyAGroupMayOpenRooms() {
        AccessPolicy policy = AccessPolicies.of(Map.of("visavis.rooms.open", "staff"));
        assertTrue(((Admit) policy.decide(by(ADA, "daily", AS_GRACE))).mayOpen());
        assertFalse(((Admit) policy.decide(by(GRACE, "daily", AS_GRACE))).mayOpen());
        assertFalse(((Admit) policy.decide(by(null, "daily", AS_GRACE))).mayOpen());
    }

    @Test
    void aGroupModeratesItsRoomsAndOpensThem() {
        AccessPolicy policy =
                AccessPolicies.of(Map.of("visavis.rooms.moderate", "teachers:class-*", "visavis.rooms.open", "staff"));
        Admit inClass = (Admit) policy.decide(by(GRACE, "class-1a", AS_GRACE));
        assertEquals(Role.MODERATOR, inClass.identity().role());
        assertTrue(inClass.mayOpen());
        Admit elsewhere = (Admit) policy.decide(by(GRACE, "daily", AS_GRACE));
        assertEquals(Role.PARTICIPANT, elsewhere.identity().role());
        assertFalse(elsewhere.mayOpen());
        assertEquals(Role.PARTICIPANT, policy.roleOf(GRACE, null), "of all rooms");
    }

    @Test
    void aRoomThatIsForOthersTellsNothing() {
        AccessPolicy policy = AccessPolicies.of(
                Map.of("visavis.rooms.join", "staff:board-*, *:daily", "visavis.rooms.moderate", "teachers:class-*"));
        assertEquals(new Refuse(ErrorCode.ROOM_FORBIDDEN), policy.decide(by(GRACE, "board-1", null)));
        assertEquals(new Refuse(ErrorCode.ROOM_FORBIDDEN), policy.decide(by(null, "class-1", null)));
        assertTrue(policy.decide(by(GRACE, "class-1", null)) instanceof Admit);
        assertTrue(policy.decide(by(ADA, "board-1", null)) instanceof Admit);
        assertTrue(policy.decide(by(null, "daily", null)) instanceof Admit);
    }

    private static AccessRequest by(Login login, String room, ClientMessage.Join join) {
        return new AccessRequest(null, null, null, login, room, join);
    }

    @Test
    void asksForTheOriginOfThePage() {
        AccessRequest handshake = new AccessRequest(null, "visavis.example", "192.0.2.1", null, null, null);
        assertTrue(open.allowsOrigin(handshake.from("https://visavis.example")));
        assertFalse(open.allowsOrigin(handshake.from("https://evil.example")));
        assertFalse(open.allowsOrigin(AccessRequest.UNKNOWN.from("https://visavis.example")), "no host is known");
    }

    @Test
    void aSecretTurnsNobodyIntoSomebodyElse() {
        Identity ada = Identity.verified("ada", Role.MODERATOR);
        Identity claimed = Identity.claimed("ada");
        Identity guest = new Identity("Ada", false, Role.GUEST, new Grant("one", null, 1));
        assertTrue(claimed.admits(Identity.claimed("Grace")));
        assertTrue(ada.admits(ada));
        assertFalse(ada.admits(claimed));
        assertFalse(claimed.admits(ada));
        assertTrue(guest.admits(new Identity("Hedy", false, Role.GUEST, new Grant("one", null, 1))));
        assertFalse(guest.admits(new Identity("Ada", false, Role.GUEST, new Grant("other", null, 1))));
        assertFalse(guest.admits(claimed));
        assertFalse(claimed.admits(guest));
    }
}
