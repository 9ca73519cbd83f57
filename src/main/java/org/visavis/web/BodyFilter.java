package org.visavis.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A filter that refuses requests with a body. Nothing here reads a body, and one of the container's threads would wait for it
 * for as long as the client likes. Names and passwords go to the container itself, in Open Liberty through the filters.
 * Jetty runs no filters on a WebSocket handshake, but does not wait for a body there.
 */
public final class BodyFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** The address that a login form is sent to (Servlet specification, section 13.6.3). */
    private static final String LOGIN = "/j_security_check";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean body = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        if (body && !request.getRequestURI().endsWith(LOGIN)) {
            response.setHeader("Connection", "close"); // the rest of the request is not read
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
