package org.visavis.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessSettingsTest {
    @Test
    void severalReasonsAreAccepted() {
        AccessSettings settings = read(Map.of("visavis.auth", "container, token", "visavis.token.keys", "keys.pem"));
        assertEquals(Set.of(Admission.CONTAINER, Admission.TOKEN), settings.accepted());
        assertEquals(new TokenSettings("keys.pem", "visavis", null), settings.tokens());
        assertFalse(settings.isOpen());
        assertNull(read(Map.of()).tokens());
        assertTrue(read(Map.of()).isOpen());
    }

    @Test
    void tokensNeedKeysAndKeysNeedTokens() {
        assertTrue(refusal(Map.of("visavis.auth", "token")).contains("visavis.token.keys is missing"));
        assertTrue(refusal(Map.of("visavis.token.keys", "keys.pem")).contains("no token is accepted"));
        assertTrue(refusal(Map.of("visavis.auth", "oidc")).contains("no OpenID Connect of its own yet"));
    }

    @ParameterizedTest
    @CsvSource({
        "*, daily, true",
        "class-*, Class-1a, true",
        "class-*, class, false",
        "*-1, a-1, true",
        "*-1, a-12, false",
        "a*b*c, aXbYbZc, true",
        "a*b*c, aXbYbZ, false",
        "daily, daily, true",
        "daily, daily2, false",
        "a**, a, true"
    })
    void aPatternNamesRooms(String pattern, String room, boolean matches) {
        assertEquals(matches, new RoomPattern(pattern).matches(room));
    }

    /** A regular expression would try all ways to part the name. */
    @Test
    @Timeout(60)
    void noPatternTakesLong() {
        assertFalse(new RoomPattern("*a".repeat(31) + "b").matches("a".repeat(64)));
    }

    @Test
    void rightsAreGroupsAndRooms() {
        RoomRights rights =
                read(Map.of("visavis.rooms.open", "staff, cn=all: x*")).rooms();
        assertEquals(Set.of("staff", "cn=all", "visavis-moderator"), rights.groups());
        assertTrue(RoomRights.allow(rights.open(), Set.of("staff"), "daily"));
        assertTrue(RoomRights.allow(rights.open(), Set.of("cn=all"), "x1"));
        assertFalse(RoomRights.allow(rights.open(), Set.of("cn=all"), "daily"));
        assertFalse(RoomRights.allow(rights.open(), Set.of(), "daily"));
        for (String wrong : new String[] {"staff:", ":daily", "staff:a b", "staff,,"}) {
            assertTrue(refusal(Map.of("visavis.rooms.open", wrong)).contains("teachers:class-*"), wrong);
        }
    }

    private static String refusal(Map<String, String> settings) {
        return assertThrows(IllegalArgumentException.class, () -> read(settings))
                .getMessage();
    }

    private static AccessSettings read(Map<String, String> settings) {
        return Settings.read(SettingSources.none().with(Origin.FILE, settings)).access();
    }
}
