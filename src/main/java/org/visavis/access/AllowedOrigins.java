package org.visavis.access;

import java.util.Set;

/**
 * Whose pages may connect. A browser tells in {@code Origin} (RFC 6454) which page asks; without this check any page in
 * the world could connect from inside the building. Clients other than browsers send none and are not meant.
 *
 * @param others origins besides the page's own, such as {@code https://portal.example}
 */
public record AllowedOrigins(Set<String> others) {

    /**
     * Whether a page may connect.
     *
     * @param origin the header, such as {@code https://visavis.example:8443}; null or empty where there is none
     * @param host the header {@code Host} of the same request; scheme aside, the page's own origin has the same. The
     *     scheme is not compared, since a proxy in front may have taken HTTPS off
     */
    public boolean allows(String origin, String host) {
        if (origin == null || origin.isEmpty() || others.contains(origin)) {
            return true;
        }
        int authority = origin.indexOf("://");
        return authority > 0 && origin.substring(authority + 3).equalsIgnoreCase(host);
    }
}
