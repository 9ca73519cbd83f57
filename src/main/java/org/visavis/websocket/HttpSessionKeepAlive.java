package org.visavis.websocket;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;

/**
 * Keeps an HTTP session alive while connections that began in it are open. WebSocket messages are no requests, so the
 * session would end half an hour into a call. WildFly would then close the connection, and nobody could come back without
 * another login. The object is stored in the session itself. Called on the container's threads.
 */
final class HttpSessionKeepAlive implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String KEY = HttpSessionKeepAlive.class.getName();

    /** In seconds: longer than any call, yet finite, should the server crash and the container keep its sessions. */
    private static final int WHILE_CONNECTED = 24 * 60 * 60;

    private final int interval;
    private transient int connections;

    private HttpSessionKeepAlive(int interval) {
        this.interval = interval;
    }

    /** Notes that a connection of this session has been opened. */
    static void take(HttpSession session) {
        synchronized (HttpSessionKeepAlive.class) {
            try {
                HttpSessionKeepAlive hold = (HttpSessionKeepAlive) session.getAttribute(KEY);
                if (hold == null) {
                    hold = new HttpSessionKeepAlive(session.getMaxInactiveInterval());
                    session.setAttribute(KEY, hold);
                }
                hold.connections++;
                session.setMaxInactiveInterval(WHILE_CONNECTED);
            } catch (IllegalStateException e) {
                // The session has ended; there is nothing to keep.
            }
        }
    }

    /** Notes that a connection of this session has been closed. After the last one the session has its old timeout again. */
    static void release(HttpSession session) {
        synchronized (HttpSessionKeepAlive.class) {
            try {
                HttpSessionKeepAlive hold = (HttpSessionKeepAlive) session.getAttribute(KEY);
                if (hold != null && --hold.connections <= 0) {
                    session.setMaxInactiveInterval(hold.interval);
                    session.removeAttribute(KEY);
                }
            } catch (IllegalStateException e) {
                // The session has ended; there is nothing to restore.
            }
        }
    }
}
