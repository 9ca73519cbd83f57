package org.visavis.launcher;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * A valve that refuses requests which our pages never send, before they take memory or make a thread wait. These are
 * requests with a body and requests for a login: nobody can log in here, and each attempt would create an HTTP session.
 * It runs before the application, on Tomcat's threads.
 */
final class Gate extends ValveBase {
    Gate() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.getStatus() >= Response.SC_BAD_REQUEST) { // Tomcat has refused it; it may have no headers
            getNext().invoke(request, response);
        } else if (hasBody(request)) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null); // Tomcat would wait for the body
            response.sendError(Response.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (isLogin(request.getDecodedRequestURI())) {
            response.sendError(Response.SC_NOT_FOUND);
        } else {
            getNext().invoke(request, response);
        }
    }

    private static boolean hasBody(Request request) {
        if (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null) {
            return true;
        }
        if (!request.getProtocol().equals("HTTP/2.0")) {
            return false;
        }
        AtomicBoolean ended = new AtomicBoolean(); // a body needs neither header there, only frames that follow
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, ended);
        return !ended.get();
    }

    /** @param path decoded and without parameters; null if the client sent no valid request, which Tomcat answers itself */
    private static boolean isLogin(String path) {
        return path != null && (path.endsWith("/login") || path.endsWith("/j_security_check"));
    }
}
