package org.visavis.access;

import org.visavis.protocol.ClientMessage;

/**
 * What is known about somebody who asks for access. Most of it comes with the handshake, the rest with {@code join}. The
 * {@link AccessPolicy} decides from this alone.
 *
 * @param origin the header {@code Origin}, which names the origin of the page that asks; null if there is none
 * @param host the header {@code Host}; null if unknown
 * @param address the network address that the request came from; null if unknown
 * @param login the user whom the container has authenticated; null if none
 * @param room the room that the request is about; null if it is about none
 * @param join the first message; null until it has come
 */
public record AccessRequest(
        String origin, String host, String address, Login login, String room, ClientMessage.Join join) {
    /** A request about which nothing is known. */
    public static final AccessRequest UNKNOWN = new AccessRequest(null, null, null, null, null, null);

    /** A copy with the origin that the container has read. */
    public AccessRequest from(String pageOrigin) {
        return new AccessRequest(pageOrigin, host, address, login, room, join);
    }

    /** A copy about this room. */
    public AccessRequest about(String wanted) {
        return new AccessRequest(origin, host, address, login, wanted, join);
    }

    /** A copy with {@code join}, once that has come. */
    public AccessRequest with(ClientMessage.Join message) {
        return new AccessRequest(origin, host, address, login, room, message);
    }

    /** The user of the container as others would see that one; null if nobody has signed in. */
    public Identity user() {
        return login == null ? null : Identity.verified(login.name(), Role.PARTICIPANT);
    }

    /** The token of the {@code join}; null if there is none. */
    String token() {
        return join == null ? null : join.token();
    }
}
