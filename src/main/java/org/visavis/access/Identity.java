package org.visavis.access;

import java.io.Serializable;
import org.visavis.protocol.ParticipantName;

/**
 * Who somebody is.
 *
 * @param name what the others see
 * @param verified whether the container has authenticated a person of this name; else anybody may call themselves so
 * @param role what the container allows that person; nobody is a moderator unverified
 */
public record Identity(String name, boolean verified, Role role) implements Serializable {

    /** Somebody who says so. */
    public static Identity claimed(String name) {
        return new Identity(name, false, Role.PARTICIPANT);
    }

    /** Somebody whom the container knows. What cannot be shown of the name is replaced, so that no login is refused for it. */
    public static Identity verified(String name, Role role) {
        return new Identity(ParticipantName.cleaned(name), true, role);
    }
}
