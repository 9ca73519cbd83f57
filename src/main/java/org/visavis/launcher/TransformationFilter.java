package org.visavis.launcher;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.websocket.Transformation;
import org.apache.tomcat.websocket.server.WsHandshakeRequest;
import org.apache.tomcat.websocket.server.WsHttpUpgradeHandler;
import org.apache.tomcat.websocket.server.WsServerContainer;

/**
 * Gives each WebSocket connection an {@link Unmasking}, {@link BytesAsText} and the sends of a {@link Turn}. Stands before
 * Tomcat's filter, which asks the request to upgrade.
 */
final class TransformationFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new Upgradable(request), response);
    }

    private static final class Upgradable extends HttpServletRequestWrapper {
        Upgradable(HttpServletRequest request) {
            super(request);
        }

        @Override
        public <T extends HttpUpgradeHandler> T upgrade(Class<T> type) throws IOException, ServletException {
            return type == WsHttpUpgradeHandler.class
                    ? type.cast(super.upgrade(Connection.class))
                    : super.upgrade(type);
        }
    }

    /** Public, since Tomcat makes it by reflection. */
    public static final class Connection extends WsHttpUpgradeHandler {
        @Override
        public void preInit(
                ServerEndpointConfig config,
                WsServerContainer container,
                WsHandshakeRequest request,
                List<Extension> extensions,
                String subprotocol,
                Transformation transformation,
                Map<String, String> pathParameters,
                boolean secure) {
            Transformation ours = transformation;
            if (ours == null) { // no extension was agreed on
                ours = new BytesAsText();
                ours.setNext(new Unmasking());
                config.getUserProperties().put(BytesAsText.PROPERTY, true);
            }
            config.getUserProperties().put(Turn.PROPERTY, Turn.SENDS);
            super.preInit(config, container, request, extensions, subprotocol, ours, pathParameters, secure);
        }
    }
}
