package org.visavis.websocket;

import jakarta.servlet.http.HttpSession;
import org.visavis.access.AccessRequest;

/**
 * What the handshake of a connection told of who opened it.
 *
 * @param access what the access policy decides from
 * @param session in which the connection began, or null
 * @param host by which name or address it calls this server, without the port; null where that is not known
 */
record Handshake(AccessRequest access, HttpSession session, String host) {
    static final Handshake UNKNOWN = new Handshake(AccessRequest.UNKNOWN, null, null);
}
