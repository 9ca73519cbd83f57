package org.visavis.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.visavis.access.AccessPolicies;
import org.visavis.protocol.MessageCodec;
import org.visavis.room.RoomListener;
import org.visavis.settings.ServerLimits;

/** Connections that come at a bad moment: in the middle of a message to the others, or while the server drains. */
class BroadcastEndpointTest {
    private static final int CAPACITY = 16;

    private final List<Session> room = new ArrayList<>();
    private final List<String> late = new ArrayList<>();
    private final List<CloseReason> closes = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whoComesWhileAMessageGoesOutGetsTheNextOne() {
        try (ConnectionRegistry connections = connections();
                MessageCodec codec = new MessageCodec()) {
            BroadcastEndpoint endpoint = new BroadcastEndpoint(CAPACITY, connections, codec, () -> false);
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

    @Test
    void whoComesWhileTheServerDrainsIsRefused() {
        AtomicBoolean draining = new AtomicBoolean();
        List<String> heard = new ArrayList<>();
        try (ConnectionRegistry connections = connections();
                MessageCodec codec = new MessageCodec()) {
            BroadcastEndpoint endpoint = new BroadcastEndpoint(CAPACITY, connections, codec, draining::get);
            Session sender = open(endpoint, text -> {});
            open(endpoint, heard::add);
            draining.set(true);
            open(endpoint, late::add);
            endpoint.onText(sender, "first", true);
            draining.set(false);
            open(endpoint, late::add);
            endpoint.onText(sender, "next", true);
        }
        assertEquals(List.of("first", "next"), heard);
        assertEquals(List.of("next"), late);
        assertEquals("draining", closes.get(0).getReasonPhrase());
        assertEquals(4022, closes.get(0).getCloseCode().getCode());
    }

    private static ConnectionRegistry connections() {
        return new ConnectionRegistry(
                AccessPolicies.open(), ServerLimits.usual(), Runnable::run, () -> 0, RoomListener.NONE);
    }

    private Session open(BroadcastEndpoint endpoint, Consumer<String> sent) {
        Session session = SocketlessSession.open(sent, (self, reason) -> {
            closes.add(reason);
            endpoint.onClose(self, reason, "daily");
        });
        room.add(session);
        endpoint.onOpen(session, "daily");
        return session;
    }
}
