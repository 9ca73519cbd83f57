package org.visavis.websocket;

import jakarta.servlet.http.HttpSession;
import org.visavis.access.AccessRequest;

/**
 * What the handshake of a connection tells about who opened it.
 *
 * @param access what the access policy needs
 * @param session the HTTP session in which the connection began, or null
 * @param host the name or address by which the client calls this server, without the port; null if unknown
 */
record Handshake(AccessRequest access, HttpSession session, String host) {
    /** From where and, if somebody has signed in, who: for the log. */
    String caller() {
        String address = access.address() == null ? "an unknown address" : access.address();
        return access.login() == null
                ? address
                : address + ", user " + access.login().name();
    }

    static final Handshake UNKNOWN = new Handshake(AccessRequest.UNKNOWN, null, null);
}
