package org.visavis.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code login?room=…} and {@code login?page=admin}: the one address for which the web.xml requires a login, which the
 * container carries out. A request that arrives here has passed it. The servlet stores the user's identity in the HTTP
 * session and redirects to the room, or to the administrator's page.
 *
 * <p>It stores the identity itself, since a container tells who the user is only at protected addresses, and the handshake
 * must stay open to users without a login.
 */
public final class LoginServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Only characters that need no escape, and escapes. */
    private static final Pattern ROOM =
            Pattern.compile("(?:^|&)room=((?:[A-Za-z0-9._~!*'()+-]|%[0-9A-Fa-f]{2}){1,2048})(?:&|$)");

    /** The query by which the administrator's page asks for the login, and to be led back. */
    private static final String FOR_ADMINISTRATORS = "page=admin";

    private final transient Logins logins;

    public LoginServlet(Logins logins) {
        this.logins = logins;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getUserPrincipal() == null) {
            refuse(response);
            return;
        }
        if (request.getSession(false) != null) {
            request.changeSessionId(); // against session fixation: somebody else may know the old id
        }
        logins.remember(request);
        if (FOR_ADMINISTRATORS.equals(request.getQueryString())) {
            redirect(response, "admin.html");
            return;
        }
        redirect(response, "webrtc.html" + roomIn(request.getQueryString()) + "#signed-in");
    }

    /**
     * The part of a query that names the room, still encoded: room names may have any characters, and not all containers decode
     * them as UTF-8. Empty if there is none.
     */
    static String roomIn(String query) {
        Matcher room = ROOM.matcher(query == null ? "" : query);
        return room.find() ? "?room=" + room.group(1) : "";
    }

    /** Redirects to a relative address, as a proxy may change the absolute one. 303 makes the browser use GET. */
    static void redirect(HttpServletResponse response, String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }

    /** Tells that no login is set up: the container passed on the request without one. */
    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .print("Nobody can sign in here, since no login is set up in the server that runs Visavis. Its"
                        + " administrator finds in docs/containers.md how to do it.");
    }
}
