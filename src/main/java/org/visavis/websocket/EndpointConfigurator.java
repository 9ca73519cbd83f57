package org.visavis.websocket;

import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the container asks during a handshake: whether it is welcome, and for an endpoint. The container makes this object
 * itself, so the application hands over what it needs through the one static field of Visavis.
 */
public class EndpointConfigurator extends ServerEndpointConfig.Configurator {

    private static volatile HandOver handOver;

    private record HandOver(Map<Class<?>, Supplier<?>> endpoints, AllowedOrigins origins) {}

    /** Before the first handshake: how each endpoint is made, and who may connect from a browser. */
    public static void handOver(Map<Class<?>, Supplier<?>> endpoints, AllowedOrigins origins) {
        handOver = new HandOver(Map.copyOf(endpoints), origins);
    }

    /** After the last handshake; keeps nothing of this application alive. */
    public static void clear() {
        handOver = null;
    }

    @Override
    public boolean checkOrigin(String origin) {
        HandOver current = handOver;
        return current != null && current.origins.allows(origin, HandshakeListener.currentHost());
    }

    /** No compression: it would keep some 300 KB for each connection, to save a little on few and short messages. */
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
