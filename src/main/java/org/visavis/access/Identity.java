package org.visavis.access;

import java.io.Serializable;
import org.visavis.protocol.ParticipantName;

/**
 * The identity of a person.
 *
 * @param name what others see
 * @param verified whether the container has authenticated this name; otherwise anybody may use it
 * @param role what the container allows this person; without authentication nobody is a moderator
 */
public record Identity(String name, boolean verified, Role role) implements Serializable {

    /** An identity that a person only claims. */
    public static Identity claimed(String name) {
        return new Identity(name, false, Role.PARTICIPANT);
    }

    /** An identity that the container knows. Replaces what cannot be shown of the name, so that no login fails for it. */
    public static Identity verified(String name, Role role) {
        return new Identity(ParticipantName.cleaned(name), true, role);
    }
}
