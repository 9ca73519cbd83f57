package org.visavis.access;

import org.visavis.access.AccessDecision.Admit;
import org.visavis.access.AccessDecision.Refuse;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ProtocolException;

/**
 * Decides who may connect, join, take up a place again, and see who is in a room. All places that let somebody in ask this
 * class, so that a new rule is written once.
 *
 * @param loginRequired whether only those may join whom the container has authenticated
 * @param origins whose pages may connect
 */
public record AccessPolicy(boolean loginRequired, AllowedOrigins origins) {

    /**
     * Whether a page of this origin may connect. The handshake asks this first and by itself, since the answer is an HTTP
     * status: no page of a foreign origin gets a connection over which it could be told anything.
     */
    public boolean allowsOrigin(AccessRequest request) {
        return origins.allows(request.origin(), request.host());
    }

    /**
     * Whether to let somebody in. Asked when the connection is open, and again when {@code join} has come; also for requests
     * over HTTP that tell of the people in a room.
     *
     * @throws ProtocolException {@code invalid-message} where {@code join} has come without the name that it needs
     */
    public AccessDecision decide(AccessRequest request) {
        if (request.login() != null) {
            return new Admit(request.login());
        }
        if (loginRequired) {
            return new Refuse(ErrorCode.LOGIN_REQUIRED);
        }
        return new Admit(
                request.join() == null ? null : Identity.claimed(request.join().requiredName()));
    }

    /**
     * Whether somebody with the right secret may have the place of {@code owner}: only the same person, where the container
     * has authenticated one of them. The secret alone turns nobody into somebody else.
     */
    public static boolean mayTakeUpPlace(Identity owner, Identity comer) {
        return owner.verified() ? owner.equals(comer) : !comer.verified();
    }
}
