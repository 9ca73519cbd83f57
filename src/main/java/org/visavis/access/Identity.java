package org.visavis.access;

import java.io.Serializable;
import java.util.Objects;
import org.visavis.protocol.ParticipantName;

/**
 * The identity of a person.
 *
 * @param name what others see
 * @param verified whether the container or a token says this name; otherwise anybody may use it
 * @param role in the room
 * @param grant the token with which this person has come; null if without one
 */
public record Identity(String name, boolean verified, Role role, Grant grant) implements Serializable {

    /** An identity that a person only claims. */
    public static Identity claimed(String name) {
        return new Identity(name, false, Role.PARTICIPANT, null);
    }

    /** An identity that the container knows. Replaces what cannot be shown of the name, so that no login fails for it. */
    public static Identity verified(String name, Role role) {
        return new Identity(ParticipantName.cleaned(name), true, role, null);
    }

    /**
     * Whether somebody who has the secret of this person's place may take it up. The secret alone turns nobody into somebody
     * else: what the container or a token has said must be the same.
     */
    public boolean admits(Identity comer) {
        return verified == comer.verified
                && role == comer.role
                && Objects.equals(grant, comer.grant)
                && (!verified || name.equals(comer.name));
    }
}
