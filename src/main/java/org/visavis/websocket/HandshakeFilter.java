package org.visavis.websocket;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;

/**
 * Hides from the container's WebSocket code what it would keep for as long as a connection lives.
 *
 * <p>The login: Tomcat, Payara and others close the connections of somebody whose HTTP session ends, and a call may last
 * longer than a session without a request. Who it is has been noted for each connection at its beginning, by
 * {@link EndpointConfigurator}, which sees the request as it came.
 *
 * <p>The headers and the parameters: Tomcat keeps them all, with a browser's some kilobytes, and cookies among them. No handshake
 * of ours has parameters; whoever sends a thousand would have more kept than the connection itself takes.
 */
@WebFilter({"/signaling/*", "/broadcast/*"})
public class HandshakeFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** An attribute of a request whose handshake the container has read. */
    private static final String READ = HandshakeFilter.class.getName() + ".read";

    /** The container has read what it needs; if it asks for the names of all headers after this, it is to keep them. */
    static void handshakeRead(HttpServletRequest request) {
        request.setAttribute(READ, true);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new Anonymous(request), response);
    }

    private static final class Anonymous extends HttpServletRequestWrapper {
        Anonymous(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return getAttribute(READ) == null ? super.getHeaderNames() : Collections.emptyEnumeration();
        }

        @Override
        public String getQueryString() {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Principal getUserPrincipal() {
            return null;
        }

        @Override
        public HttpSession getSession(boolean create) {
            return null;
        }

        @Override
        public HttpSession getSession() {
            return null;
        }
    }
}
