package org.visavis.web;

import jakarta.servlet.http.HttpServletRequest;
import org.visavis.access.AccessRequest;

/**
 * Reads what the access policy needs from an HTTP request, which may be a handshake.
 *
 * @param logins who has signed in
 */
public record HttpAccess(Logins logins) {

    /** Who makes the request, and from where. */
    public AccessRequest of(HttpServletRequest request) {
        return new AccessRequest(
                request.getHeader("Origin"),
                request.getHeader("Host"),
                request.getRemoteAddr(),
                logins.of(request),
                null,
                null);
    }
}
