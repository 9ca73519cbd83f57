package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The server answers, but takes no connection: people read what to ask their administrator for. */
class RefusedHandshakeIT extends DeployedPage {
    private static final String NO_HANDSHAKE = "WebSocket connection to .* failed";

    @Test
    void aRefusedOriginIsNamed() throws IOException {
        try (FaultyProxy proxy = FaultyProxy.withItsOwnHost(base)) {
            Person ada = people.person("Ada").mayComplain(NO_HANDSHAKE);
            ada.opens(proxy.base(), "refused").knocks();
            ada.isTold("handshake-refused");
            String told = ada.page().textContent("#message-text");
            String origin = proxy.base().resolve("/").toString().replaceFirst("/$", "");
            assertTrue(told.contains(origin) && told.contains("visavis.allowed.origins"), told);
            ada.photograph("handshake-refused");
            proxy.isMended();
            ada.awaits("body[data-state=call]");
            ada.isNotToldAnyMore("handshake-refused");
        }
    }

    @Test
    void aProxyThatPassesOnNoWebSocketsIsSuspected() throws IOException {
        try (FaultyProxy proxy = FaultyProxy.withoutUpgrade(base)) {
            Person ada = people.person("Ada").mayComplain(NO_HANDSHAKE);
            ada.opens(proxy.base(), "not-passed-on").knocks();
            ada.isTold("handshake-refused");
            assertTrue(ada.page().textContent("#message-text").contains("proxy"));
        }
    }
}
