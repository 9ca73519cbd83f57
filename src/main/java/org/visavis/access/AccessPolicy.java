package org.visavis.access;

import org.visavis.access.AccessDecision.Admit;
import org.visavis.access.AccessDecision.Refuse;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ProtocolException;

/**
 * Decides who may connect, join, resume, and see who is in a room. All code that admits somebody asks this class, so that
 * each rule is written once.
 *
 * @param loginRequired whether only users whom the container has authenticated may join
 * @param origins the origins whose pages may connect
 */
public record AccessPolicy(boolean loginRequired, AllowedOrigins origins) {

    /**
     * Whether a page of this origin may connect. The handshake asks this separately, because it answers with an HTTP status:
     * a page of a foreign origin gets no connection that could tell it anything.
     */
    public boolean allowsOrigin(AccessRequest request) {
        return origins.allows(request.origin(), request.host());
    }

    /**
     * Decides whether to admit somebody. The endpoints ask when a connection opens and again at {@code join}. HTTP requests
     * about the people in a room ask, too.
     *
     * @throws ProtocolException {@code invalid-message} if {@code join} lacks the name that it needs
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
     * Whether somebody with the right secret may take the place of {@code owner}. If the container has authenticated either
     * of them, they must be the same person: the secret alone turns nobody into somebody else.
     */
    public static boolean mayTakeUpPlace(Identity owner, Identity comer) {
        return owner.verified() ? owner.equals(comer) : !comer.verified();
    }
}
