package org.visavis.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.websocket.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.visavis.access.AccessPolicies;
import org.visavis.protocol.MessageCodec;
import org.visavis.room.RoomListener;
import org.visavis.settings.ServerLimits;

/** Connections that come in the middle of a message to the others. */
class BroadcastEndpointTest {
    private static final int CAPACITY = 16;

    private final List<Session> room = new ArrayList<>();
    private final List<String> late = new ArrayList<>();

    @Test
    void whoComesWhileAMessageGoesOutGetsTheNextOne() {
        try (ConnectionRegistry connections = new ConnectionRegistry(
                        AccessPolicies.open(), ServerLimits.usual(), Runnable::run, () -> 0, RoomListener.NONE);
                MessageCodec codec = new MessageCodec()) {
            BroadcastEndpoint endpoint = new BroadcastEndpoint(CAPACITY, connections, codec);
            Session sender = open(endpoint, text -> {});
            for (int present = 1; present < CAPACITY / 2; present++) {
                open(endpoint, text -> {
                    while (room.size() < CAPACITY) { // as soon as the first one has the message
                        open(endpoint, late::add);
                    }
                });
            }
            endpoint.onText(sender, "first", true);
            endpoint.onText(sender, "next", true);
        }
        assertEquals(Collections.nCopies(CAPACITY / 2, "next"), late);
    }

    private Session open(BroadcastEndpoint endpoint, Consumer<String> sent) {
        Session session = SocketlessSession.open(sent, (self, reason) -> endpoint.onClose(self, reason, "daily"));
        room.add(session);
        endpoint.onOpen(session, "daily");
        return session;
    }
}
