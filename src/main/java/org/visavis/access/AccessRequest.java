package org.visavis.access;

import org.visavis.protocol.ClientMessage;

/**
 * Everything that somebody has brought who wants in: first by the handshake, later by {@code join} too. The
 * {@link AccessPolicy} decides from this alone.
 *
 * @param origin the header {@code Origin}: whose page asks; null where there is none
 * @param host the header {@code Host}; null where it is not known
 * @param address the network address that the request came from; null where it is not known
 * @param login the identity that the container has authenticated, with its role; null if it has authenticated nobody
 * @param join the first message; null until it has come
 */
public record AccessRequest(String origin, String host, String address, Identity login, ClientMessage.Join join) {
    /** A request of which nothing is known. */
    public static final AccessRequest UNKNOWN = new AccessRequest(null, null, null, null, null);

    /** The same, with the origin that the container has read. */
    public AccessRequest from(String pageOrigin) {
        return new AccessRequest(pageOrigin, host, address, login, join);
    }

    /** The same, once {@code join} has come. */
    public AccessRequest with(ClientMessage.Join message) {
        return new AccessRequest(origin, host, address, login, message);
    }
}
