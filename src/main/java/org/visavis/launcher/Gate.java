package org.visavis.launcher;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Refuses at once what no page of ours asks for, before anything is kept for it or a thread waits: requests with a body, and all
 * that has to do with a login, as nobody can log in here and each try would make a session. Stands before the application, on
 * Tomcat's threads.
 */
final class Gate extends ValveBase {
    Gate() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.getStatus() >= Response.SC_BAD_REQUEST) { // Tomcat has refused it, and its headers may be none
            getNext().invoke(request, response);
        } else if (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null); // which Tomcat would wait for
            response.sendError(Response.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (isLogin(request.getDecodedRequestURI())) {
            response.sendError(Response.SC_NOT_FOUND);
        } else {
            getNext().invoke(request, response);
        }
    }

    /** @param path without parameters and escapes; null where what has come is no request at all, which Tomcat answers itself */
    private static boolean isLogin(String path) {
        return path != null && (path.endsWith("/login") || path.endsWith("/j_security_check"));
    }
}
