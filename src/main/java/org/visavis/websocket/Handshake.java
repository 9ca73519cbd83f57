package org.visavis.websocket;

import jakarta.servlet.http.HttpSession;
import org.visavis.access.Identity;

/**
 * What the handshake of a connection told of who opened it.
 *
 * @param identity whom the container had authenticated, or null
 * @param session in which the connection began, or null
 * @param host by which name or address it calls this server, without the port; null where that is not known
 */
record Handshake(Identity identity, HttpSession session, String host) {
    static final Handshake UNKNOWN = new Handshake(null, null, null);
}
