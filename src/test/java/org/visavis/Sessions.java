package org.visavis;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Goes into an application under test: {@code GET sessions} tells how many HTTP sessions there are, {@code POST sessions}
 * lets one's own expire soon, which otherwise takes half an hour. When the container notices is its own affair.
 */
@WebListener
@WebServlet("/sessions")
public class Sessions extends HttpServlet implements HttpSessionListener, HttpSessionIdListener {
    private static final long serialVersionUID = 1L;

    /** In seconds; long enough for a test to connect in time. */
    private static final int SOON = 5;

    /** Their ids: on WildFly every event brings another object for the same session. */
    private static final Set<String> ALIVE = ConcurrentHashMap.newKeySet();

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        ALIVE.add(event.getSession().getId());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        ALIVE.remove(event.getSession().getId());
    }

    @Override
    public void sessionIdChanged(HttpSessionEvent event, String oldSessionId) {
        ALIVE.remove(oldSessionId);
        ALIVE.add(event.getSession().getId());
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(ALIVE.size());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        request.getSession().setMaxInactiveInterval(SOON);
    }
}
