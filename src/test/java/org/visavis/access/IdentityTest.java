package org.visavis.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class IdentityTest {
    @Test
    void whoSaysANameIsNoModerator() {
        assertEquals(new Identity("ada", false, Role.PARTICIPANT, null), Identity.claimed("ada"));
    }

    @Test
    void theContainersNameIsShownAsItIs() {
        String name = "CN=Ada Lovelace,OU=Analytical Engines,DC=visavis,DC=example";
        assertEquals(name, Identity.verified(name, Role.MODERATOR).name());
    }

    @Test
    void aNameThatIsVeryLongIsShortened() {
        assertEquals(
                "a".repeat(256),
                Identity.verified("a".repeat(256), Role.PARTICIPANT).name());
        assertEquals(
                "a".repeat(256) + "…",
                Identity.verified("a".repeat(257), Role.PARTICIPANT).name());
        String onTheEdge = "a".repeat(255) + "\ud83d\ude00"; // shortened in the middle of a character
        assertEquals(
                "a".repeat(255) + "\ufffd…",
                Identity.verified(onTheEdge, Role.PARTICIPANT).name());
    }

    @Test
    void whatCannotBeShownIsReplaced() {
        assertEquals(
                "a\ufffdb\ufffdc\ufffd",
                Identity.verified("a\nb\u2028c\ud800", Role.PARTICIPANT).name());
    }
}
