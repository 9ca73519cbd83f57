package org.visavis.websocket;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.websocket.Extension;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.visavis.access.AccessPolicy;
import org.visavis.access.AccessRequest;
import org.visavis.log.OncePerMinuteEach;
import org.visavis.room.RoomListener;
import org.visavis.room.RoomListener.Refusal;
import org.visavis.room.Rooms;

/**
 * Answers the container's questions during a handshake: whether it is welcome, who asks, and for an endpoint. The container
 * creates this object itself, so the application hands over what it needs through the one static field of Visavis.
 */
public class EndpointConfigurator extends ServerEndpointConfig.Configurator {

    private static final Logger LOG = System.getLogger(EndpointConfigurator.class.getName());

    /** Origins that the log shows; any other text may be meant to deceive its reader. */
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]{1,200}");

    private static final String HANDSHAKE = Handshake.class.getName();

    private static volatile HandOver handOver;

    private record HandOver(
            Map<Class<?>, Supplier<?>> endpoints,
            AccessPolicy policy,
            Function<HttpServletRequest, AccessRequest> requests,
            OncePerMinuteEach warnings,
            RoomListener listener) {}

    /**
     * Hands over what handshakes need. Called before the first one.
     *
     * @param endpoints create each endpoint
     * @param policy decides which pages may connect
     * @param requests read from a handshake what the policy needs
     * @param clock milliseconds, never running backwards
     * @param listener is told who is refused
     */
    public static void handOver(
            Map<Class<?>, Supplier<?>> endpoints,
            AccessPolicy policy,
            Function<HttpServletRequest, AccessRequest> requests,
            LongSupplier clock,
            RoomListener listener) {
        OncePerMinuteEach warnings = new OncePerMinuteEach(LOG, Level.WARNING, clock);
        handOver = new HandOver(Map.copyOf(endpoints), policy, requests, warnings, listener);
    }

    /** Drops what was handed over, so that nothing keeps this application alive. Called after the last handshake. */
    public static void clear() {
        handOver = null;
    }

    /** The container's first question, once it has read the handshake. */
    @Override
    public boolean checkOrigin(String origin) {
        HandOver current = handOver;
        HttpServletRequest request = HandshakeListener.currentRequest();
        if (request != null) {
            HandshakeFilter.handshakeRead(request);
        }
        if (current == null) {
            return false;
        }
        AccessRequest asked = (request == null ? AccessRequest.UNKNOWN : current.requests.apply(request)).from(origin);
        boolean allowed = current.policy.allowsOrigin(asked);
        if (!allowed) {
            String shown = PRINTABLE.matcher(origin).matches() ? origin : "a strange origin";
            current.warnings.log(
                    shown,
                    "A page of %s may not connect (visavis.allowed.origins); %s asked."
                            .formatted(shown, asked.address()));
            current.listener.refused(new Refusal(Refusal.ORIGIN, room(request), asked.user(), asked.address(), shown));
        }
        return allowed;
    }

    /** The room that a handshake asks for; null if there is no such. */
    private static String room(HttpServletRequest request) {
        String path = request == null ? "" : request.getRequestURI();
        return Rooms.keyIfValid(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Notes who asks in the properties of this one connection. */
    @Override
    public void modifyHandshake(ServerEndpointConfig connection, HandshakeRequest asked, HandshakeResponse response) {
        HandOver current = handOver;
        HttpServletRequest request = HandshakeListener.currentRequest();
        if (current != null && request != null) {
            Handshake handshake =
                    new Handshake(current.requests.apply(request), request.getSession(false), request.getServerName());
            connection.getUserProperties().put(HANDSHAKE, handshake);
        }
    }

    /** Who opened this session. */
    static Handshake handshakeOf(Session session) {
        return (Handshake) session.getUserProperties().getOrDefault(HANDSHAKE, Handshake.UNKNOWN);
    }

    /** Disables compression: it would keep some 300 KB for each connection, to save a little on few and short messages. */
    @Override
    public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
        return List.of();
    }

    @Override
    public <T> T getEndpointInstance(Class<T> endpointClass) throws InstantiationException {
        HandOver current = handOver;
        if (current == null || !current.endpoints.containsKey(endpointClass)) {
            throw new InstantiationException("The application is not running.");
        }
        return endpointClass.cast(current.endpoints.get(endpointClass).get());
    }
}
