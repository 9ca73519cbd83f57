package org.visavis.websocket;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Remembers, while a request is worked on, which host it was sent to: {@code checkOrigin} is told the origin alone. A
 * listener, since Jetty runs no filter on a handshake; all containers call it on the thread that then checks the origin.
 */
@WebListener
public class HandshakeListener implements ServletRequestListener {
    private static final ThreadLocal<String> HOST = new ThreadLocal<>();

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        if (event.getServletRequest() instanceof HttpServletRequest request) {
            HOST.set(request.getHeader("Host"));
        }
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        HOST.remove();
    }

    /** The header {@code Host} of the request that this thread is working on, or null. */
    static String currentHost() {
        return HOST.get();
    }
}
