package org.visavis.access;

import java.io.Serializable;
import java.util.Set;

/**
 * A user whom the container has authenticated.
 *
 * @param name as the container knows it
 * @param groups those of the user's groups, or roles, that the settings name
 */
public record Login(String name, Set<String> groups) implements Serializable {
    public Login {
        groups = Set.copyOf(groups);
    }
}
