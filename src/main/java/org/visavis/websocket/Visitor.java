package org.visavis.websocket;

import jakarta.servlet.http.HttpSession;
import org.visavis.access.Identity;

/**
 * Who opened a connection, as its handshake told.
 *
 * @param identity whom the container had authenticated, or null
 * @param session in which the connection began, or null
 * @param host by which name or address it calls this server, without the port; null where that is not known
 */
record Visitor(Identity identity, HttpSession session, String host) {
    static final Visitor UNKNOWN = new Visitor(null, null, null);
}
