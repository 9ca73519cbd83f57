package org.visavis.access;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import org.visavis.access.AccessDecision.Admit;
import org.visavis.access.AccessDecision.Refuse;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ParticipantName;
import org.visavis.protocol.ProtocolException;
import org.visavis.settings.AccessSettings;
import org.visavis.settings.Admission;
import org.visavis.settings.RoomRights;

/**
 * Decides who may connect, join, resume, see who is in a room, and administer. All code that admits somebody asks this
 * class, so that each rule is written once.
 *
 * @param settings who may enter
 * @param origins the origins whose pages may connect
 * @param tokens verifies tokens; null if none are accepted
 * @param wrong counts wrong tokens
 */
public record AccessPolicy(AccessSettings settings, AllowedOrigins origins, TokenVerifier tokens, WrongTokens wrong) {
    private static final Logger LOG = System.getLogger(AccessPolicy.class.getName());

    private static final AllowedOrigins OWN_ORIGIN = new AllowedOrigins(Set.of());

    /**
     * Whether a page of this origin may connect. The handshake asks this separately, because it answers with an HTTP status:
     * a page of a foreign origin gets no connection that could tell it anything.
     */
    public boolean allowsOrigin(AccessRequest request) {
        return origins.allows(request.origin(), request.host());
    }

    /** Whether {@code join} may bring what is missing. */
    public boolean mayBringToken() {
        return tokens != null;
    }

    /**
     * Decides whether to admit somebody. The endpoints ask when a connection opens and again at {@code join}. HTTP requests
     * about the people in a room ask, too.
     *
     * @throws ProtocolException {@code invalid-message} if {@code join} lacks the name that it needs
     */
    public AccessDecision decide(AccessRequest request) {
        if (tokens == null || request.token() == null) {
            return decide(request, null);
        }
        try {
            return decide(request, tokens.verify(request.token()));
        } catch (TokenException e) {
            LOG.log(Level.DEBUG, () -> "A token from " + request.address() + " is refused: " + e.getMessage());
            boolean isWrong = e.code() == ErrorCode.INVALID_TOKEN;
            return new Refuse(e.code(), isWrong ? wrong.delay(request.address(), e.key()) : 0);
        }
    }

    /** @param token valid, except that it may have expired; null if there is none */
    private AccessDecision decide(AccessRequest request, Token token) {
        Login login = request.login();
        if (login == null && token == null && !settings.isOpen()) {
            return new Refuse(missing());
        }
        Role role = role(login, token, request.room());
        if (request.room() != null && !mayJoin(login, token, role, request.room())) {
            return new Refuse(ErrorCode.ROOM_FORBIDDEN);
        }
        boolean expired = token != null && token.expired();
        if (expired && request.join().resume() == null) {
            return new Refuse(ErrorCode.TOKEN_EXPIRED);
        }
        boolean mayOpen =
                role == Role.MODERATOR || RoomRights.allow(settings.rooms().open(), groups(login), request.room());
        return new Admit(identity(request, token, role), mayOpen, expired);
    }

    private ErrorCode missing() {
        return settings.accepted().contains(Admission.CONTAINER) ? ErrorCode.LOGIN_REQUIRED : ErrorCode.TOKEN_REQUIRED;
    }

    /** A token may only add to what the container's user may do. */
    private Role role(Login login, Token token, String room) {
        if (login == null) {
            return token == null ? Role.PARTICIPANT : token.role();
        }
        Role own = roleOf(login, room);
        return token == null ? own : own.or(token.role());
    }

    /** The role of a user of the container, in one room or, for null, in all. */
    public Role roleOf(Login login, String room) {
        boolean moderates = RoomRights.allow(settings.rooms().moderate(), login.groups(), room);
        return moderates ? Role.MODERATOR : Role.PARTICIPANT;
    }

    private boolean mayJoin(Login login, Token token, Role role, String room) {
        if (token != null) {
            return token.rooms().matches(room);
        }
        return role == Role.MODERATOR || RoomRights.allow(settings.rooms().join(), groups(login), room);
    }

    private static Set<String> groups(Login login) {
        return login == null ? Set.of() : login.groups();
    }

    private static Identity identity(AccessRequest request, Token token, Role role) {
        Login login = request.login();
        String known = login != null ? login.name() : token != null ? token.name() : null;
        Grant grant = token == null ? null : token.grant();
        if (known != null) {
            return new Identity(ParticipantName.cleaned(known), true, role, grant);
        }
        return request.join() == null ? null : new Identity(request.join().requiredName(), false, role, grant);
    }

    /**
     * Why somebody may not use the administrator's view; empty if they may. Whatever changes something must come from the
     * administrator's own page: a page of an origin that may connect to calls is foreign here. A token makes nobody an
     * administrator.
     */
    public static Optional<AdministratorRefusal> refusal(AdministratorRequest request) {
        Optional<AdministratorRefusal> entry = refusalToAnybody(request);
        if (entry.isPresent() || request.administrator() != null) {
            return entry;
        }
        return Optional.of(
                request.login() == null ? AdministratorRefusal.LOGIN_REQUIRED : AdministratorRefusal.NOT_ADMINISTRATOR);
    }

    /** Why not even an administrator may ask for this in this way; empty if they may. */
    public static Optional<AdministratorRefusal> refusalToAnybody(AdministratorRequest request) {
        if (!request.confidential()) {
            return Optional.of(AdministratorRefusal.INSECURE);
        }
        boolean isOwn = request.origin() != null
                && !request.origin().isEmpty()
                && OWN_ORIGIN.allows(request.origin(), request.host());
        return request.changes() && !isOwn ? Optional.of(AdministratorRefusal.FOREIGN_ORIGIN) : Optional.empty();
    }
}
