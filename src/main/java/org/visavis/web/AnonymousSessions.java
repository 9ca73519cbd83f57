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
 * The HTTP sessions of those who have not signed in. A container makes one for whoever asks for the login, and keeps it for half an
 * hour: beyond a number the oldest ends, whose owner is asked for the login once more. Called on the container's threads.
 */
@WebListener
public class AnonymousSessions implements HttpSessionListener, HttpSessionIdListener {
    /** What Tomcat keeps for one on its heap, in bytes; measured. */
    private static final long BYTES = 6_000;

    /** The share of the heap that they may have. */
    private static final int SHARE_OF_HEAP = 64;

    private final long most;

    /** By their ids, the oldest first. */
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
            // It has ended meanwhile.
        }
    }

    @Override
    public synchronized void sessionDestroyed(HttpSessionEvent event) {
        sessions.remove(event.getSession().getId());
    }

    /** A container changes the id of whoever has just signed in, so that nobody knows it from before. */
    @Override
    public synchronized void sessionIdChanged(HttpSessionEvent event, String before) {
        sessions.remove(before);
    }
}
