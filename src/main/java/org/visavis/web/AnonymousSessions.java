package org.visavis.web;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The HTTP sessions of users who have not signed in. A container creates one for each request for the login and keeps it for
 * half an hour, so their number is limited. Beyond it the oldest session ends, and its owner has to request the login again.
 * Called on the container's threads.
 */
@WebListener
public class AnonymousSessions implements HttpSessionListener, HttpSessionIdListener {
    /** What Tomcat keeps on the heap for one session, in bytes; measured. */
    private static final long BYTES = 6_000;

    /** They may use one part in so many of the heap. */
    private static final int SHARE_OF_HEAP = 64;

    private final long most;

    /** The sessions by id, the oldest first. */
    @GuardedBy("this")
    private final Map<String, HttpSession> sessions = new LinkedHashMap<>();

    /** For the container. */
    public AnonymousSessions() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / BYTES);
    }

    AnonymousSessions(long most) {
        this.most = most;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        HttpSession oldest;
        synchronized (this) {
            sessions.put(event.getSession().getId(), event.getSession());
            oldest = sessions.size() > most ? removeOldest() : null;
        }
        if (oldest != null) {
            end(oldest);
        }
    }

    @GuardedBy("this")
    private HttpSession removeOldest() {
        Iterator<HttpSession> each = sessions.values().iterator();
        HttpSession oldest = each.next();
        each.remove();
        return oldest;
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            // The session has ended meanwhile.
        }
    }

    @Override
    public synchronized void sessionDestroyed(HttpSessionEvent event) {
        sessions.remove(event.getSession().getId());
    }

    /** The user has signed in: containers then change the session id, so that nobody knows it from before. */
    @Override
    public synchronized void sessionIdChanged(HttpSessionEvent event, String before) {
        sessions.remove(before);
    }
}
