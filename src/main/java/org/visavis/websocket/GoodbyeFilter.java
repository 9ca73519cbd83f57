package org.visavis.websocket;

import jakarta.servlet.FilterChain;
import jakarta.servlet.GenericFilter;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * Says goodbye to the clients when the application stops. A filter, mapped to nothing: Tomcat closes all WebSockets before
 * it tells the listeners of an application that it stops, but after it has destroyed the filters.
 */
public final class GoodbyeFilter extends GenericFilter {
    private static final long serialVersionUID = 1L;

    private final transient ConnectionRegistry connections;

    /** CloseReasons these connections when destroyed. */
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
