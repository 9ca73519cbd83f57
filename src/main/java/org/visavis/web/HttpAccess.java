package org.visavis.web;

import jakarta.servlet.http.HttpServletRequest;
import org.visavis.access.AccessRequest;

/** Reads what the access policy needs from an HTTP request, which may be a handshake. */
public final class HttpAccess {
    private HttpAccess() {}

    /** Who makes the request, and from where. */
    public static AccessRequest of(HttpServletRequest request) {
        return new AccessRequest(
                request.getHeader("Origin"),
                request.getHeader("Host"),
                request.getRemoteAddr(),
                LoginServlet.identityOf(request),
                null);
    }
}
