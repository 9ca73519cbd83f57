package org.visavis.web;

import jakarta.servlet.http.HttpServletRequest;
import org.visavis.access.AccessRequest;

/** Reads from an HTTP request, which may be a handshake, what the access policy decides from. */
public final class HttpAccess {
    private HttpAccess() {}

    /** Who asks, from where. */
    public static AccessRequest of(HttpServletRequest request) {
        return new AccessRequest(
                request.getHeader("Origin"),
                request.getHeader("Host"),
                request.getRemoteAddr(),
                LoginServlet.identityOf(request),
                null);
    }
}
