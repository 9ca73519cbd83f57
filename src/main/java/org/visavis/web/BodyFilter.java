package org.visavis.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses requests with a body, as nothing here reads one: the container would wait for it, with a thread, for as long as the
 * client likes. Names and passwords go to the container itself, in Open Liberty through the filters. Jetty runs none on a WebSocket
 * handshake, and does not wait there.
 */
public final class BodyFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** Where a login is sent to (Servlet specification, section 13.6.3). */
    private static final String LOGIN = "/j_security_check";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean body = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        if (body && !request.getRequestURI().endsWith(LOGIN)) {
            response.setHeader("Connection", "close"); // nothing that still comes is read
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
