package org.visavis.websocket;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Remembers the request that a thread is working on. In a handshake {@code checkOrigin} gets only the origin, and {@link
 * HandshakeFilter} hides who asks. It is a listener since Jetty runs no filter on a handshake. All containers call it on the
 * thread that then asks the {@link EndpointConfigurator}.
 */
@WebListener
public class HandshakeListener implements ServletRequestListener {
    private static final ThreadLocal<HttpServletRequest> REQUEST = new ThreadLocal<>();

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        if (event.getServletRequest() instanceof HttpServletRequest request) {
            REQUEST.set(request);
        }
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        REQUEST.remove();
    }

    /** The original request that this thread is working on, or null. */
    static HttpServletRequest currentRequest() {
        return REQUEST.get();
    }
}
