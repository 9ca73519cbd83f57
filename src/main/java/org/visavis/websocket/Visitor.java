package org.visavis.websocket;

import jakarta.servlet.http.HttpSession;
import org.visavis.room.Identity;

/**
 * Who opened a connection, as its handshake told.
 *
 * @param identity whom the container had authenticated, or null
 * @param session in which the connection began, or null
 */
record Visitor(Identity identity, HttpSession session) {
    static final Visitor UNKNOWN = new Visitor(null, null);
}
