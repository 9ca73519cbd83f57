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
 * Hides from the container's WebSocket code what it would keep as long as a connection lives.
 *
 * <p>The login: Tomcat, Payara and others close the connections of a user whose HTTP session ends, and a call may last
 * longer than a session without a request. {@link EndpointConfigurator}, which sees the original request, notes the user of
 * each connection.
 *
 * <p>The headers and the parameters: Tomcat keeps them all. Those of a browser take some kilobytes, and cookies are among
 * them. Our handshakes have no parameters. A thousand of them would take more memory than the connection itself.
 */
@WebFilter({"/signaling/*", "/broadcast/*"})
public class HandshakeFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** A header that Tomcat cannot always parse. No extension is ever agreed on (see {@link EndpointConfigurator}). */
    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    /** Characters that make Tomcat take the address of a handshake for a template; browsers escape them. */
    private static final Pattern NO_ADDRESS = Pattern.compile("[{}\\\\]");

    /** Request attribute: the container has read the handshake. */
    private static final String READ = HandshakeFilter.class.getName() + ".read";

    /** The container has read what it needs. When it asks for the names of all headers after this, it wants to keep them. */
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

    /** The path without escapes. */
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
