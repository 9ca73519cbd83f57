package org.visavis.access;

import org.visavis.protocol.ClientMessage;

/**
 * What is known about somebody who asks for access. Most of it comes with the handshake, the rest with {@code join}. The
 * {@link AccessPolicy} decides from this alone.
 *
 * @param origin the header {@code Origin}, which names the origin of the page that asks; null if there is none
 * @param host the header {@code Host}; null if unknown
 * @param address the network address that the request came from; null if unknown
 * @param login the identity, with its role, that the container has authenticated; null if none
 * @param join the first message; null until it has come
 */
public record AccessRequest(String origin, String host, String address, Identity login, ClientMessage.Join join) {
    /** A request about which nothing is known. */
    public static final AccessRequest UNKNOWN = new AccessRequest(null, null, null, null, null);

    /** A copy with the origin that the container has read. */
    public AccessRequest from(String pageOrigin) {
        return new AccessRequest(pageOrigin, host, address, login, join);
    }

    /** A copy with {@code join}, once that has come. */
    public AccessRequest with(ClientMessage.Join message) {
        return new AccessRequest(origin, host, address, login, message);
    }
}
