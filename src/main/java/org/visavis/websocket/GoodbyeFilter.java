package org.visavis.websocket;

import jakarta.servlet.FilterChain;
import jakarta.servlet.GenericFilter;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * Says goodbye to the clients when the application stops. It is a filter that is mapped to nothing: Tomcat first destroys
 * filters, then closes all WebSockets, and only then tells listeners that the application stops.
 */
public final class GoodbyeFilter extends GenericFilter {
    private static final long serialVersionUID = 1L;

    private final transient ConnectionRegistry connections;

    /** Closes these connections when destroyed. */
    public GoodbyeFilter(ConnectionRegistry connections) {
        this.connections = connections;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
    }

    @Override
    public void destroy() {
        connections.close();
    }
}
