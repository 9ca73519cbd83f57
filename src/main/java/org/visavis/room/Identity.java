package org.visavis.room;

import java.io.Serializable;

/**
 * Who somebody is.
 *
 * @param name what the others see
 * @param verified whether the container has authenticated a person of this name; else anybody may call themselves so
 * @param role what the container allows that person; nobody is a moderator unverified
 */
public record Identity(String name, boolean verified, Role role) implements Serializable {

    /** The longest name that is shown in full, in UTF-16 code units; distinguished names of LDAP are long. */
    private static final int MAX_NAME_LENGTH = 256;

    /** Somebody who says so. */
    public static Identity claimed(String name) {
        return new Identity(name, false, Role.MEMBER);
    }

    /** Somebody whom the container knows. What cannot be shown of the name is replaced, so that no login is refused for it. */
    public static Identity verified(String name, Role role) {
        String shortened = name.length() <= MAX_NAME_LENGTH ? name : name.substring(0, MAX_NAME_LENGTH) + "…";
        return new Identity(shortened.replaceAll("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]", "\uFFFD"), true, role);
    }
}
