package org.visavis.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.security.Principal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.visavis.access.Identity;
import org.visavis.access.Role;

/**
 * {@code login?room=…}: the one address for which the web.xml asks for a login, in the way of the container. Whoever gets
 * here has passed it, is remembered in the HTTP session and sent back to the room.
 *
 * <p>Remembered by ourselves, since containers tell who asks only where they were told to protect an address, and a
 * handshake must be answered for those without a login too.
 */
public final class LoginServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** The container's role that makes a {@link Role#MODERATOR}. */
    private static final String MODERATOR = "visavis-moderator";

    /** Nothing but what needs no escape, and escapes. */
    private static final Pattern ROOM =
            Pattern.compile("(?:^|&)room=((?:[A-Za-z0-9._~!*'()+-]|%[0-9A-Fa-f]{2}){1,2048})(?:&|$)");

    private static final String KEY = Identity.class.getName();

    /** Whom the container has authenticated: for this request, or at an earlier login of the same session; null if nobody. */
    static Identity identityOf(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        if (principal != null) {
            Role role = request.isUserInRole(MODERATOR) ? Role.MODERATOR : Role.PARTICIPANT;
            return Identity.verified(principal.getName(), role);
        }
        HttpSession session = request.getSession(false);
        return session == null ? null : (Identity) session.getAttribute(KEY);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getUserPrincipal() == null) {
            refuse(response);
            return;
        }
        if (request.getSession(false) != null) {
            request.changeSessionId(); // a session that somebody else may have planted must not become a known one
        }
        request.getSession().setAttribute(KEY, identityOf(request));
        redirect(response, "webrtc.html" + roomIn(request.getQueryString()) + "#signed-in");
    }

    /**
     * The part of a query that names the room, as it was written: people call rooms what they like, and not all containers
     * decode it as UTF-8. Empty where there is none.
     */
    static String roomIn(String query) {
        Matcher room = ROOM.matcher(query == null ? "" : query);
        return room.find() ? "?room=" + room.group(1) : "";
    }

    /** Relative, as the address may be another in front of a proxy; 303 so that the browser asks for it with GET. */
    static void redirect(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }

    /** The container let somebody through without asking. */
    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .print("Nobody can sign in here, since no login is set up in the server that runs Visavis. Its"
                        + " administrator finds in docs/containers.md how to do it.");
    }
}
