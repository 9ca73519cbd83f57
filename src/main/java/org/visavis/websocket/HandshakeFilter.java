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
import java.util.regex.Pattern;

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

    /** A header that Tomcat cannot always read; no extension is ever agreed on (see {@link EndpointConfigurator}). */
    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    /** What makes Tomcat take the address of a handshake for a template; browsers escape it. */
    private static final Pattern NO_ADDRESS = Pattern.compile("[{}\\\\]");

    /** An attribute of a request whose handshake the container has read. */
    private static final String READ = HandshakeFilter.class.getName() + ".read";

    /** The container has read what it needs; if it asks for the names of all headers after this, it is to keep them. */
    static void handshakeRead(HttpServletRequest request) {
        request.setAttribute(READ, true);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (NO_ADDRESS.matcher(request.getRequestURI()).find()
                || NO_ADDRESS.matcher(path(request)).find()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(new Anonymous(request), response);
        }
    }

    /** Without escapes. */
    private static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
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
        public Enumeration<String> getHeaders(String name) {
            return EXTENSIONS.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public String getHeader(String name) {
            return EXTENSIONS.equalsIgnoreCase(name) ? null : super.getHeader(name);
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
