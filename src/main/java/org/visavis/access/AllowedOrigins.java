package org.visavis.access;

import java.util.Set;

/**
 * The origins whose pages may connect. A browser names the origin of a page in the header {@code Origin} (RFC 6454). Without
 * this check any page in the world could connect from inside the building. Other clients send none, and pass.
 *
 * @param others origins besides the page's own, such as {@code https://portal.example}
 */
public record AllowedOrigins(Set<String> others) {

    /**
     * Whether a page may connect.
     *
     * @param origin the header, such as {@code https://visavis.example:8443}; null or empty if there is none
     * @param host the header {@code Host} of the same request, which the page's own origin matches. The scheme is not
     *     compared, since a proxy in front may have terminated HTTPS
     */
    public boolean allows(String origin, String host) {
        if (origin == null || origin.isEmpty() || others.contains(origin)) {
            return true;
        }
        int authority = origin.indexOf("://");
        return authority > 0 && origin.substring(authority + 3).equalsIgnoreCase(host);
    }
}
