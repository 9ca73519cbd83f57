package org.visavis.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.visavis.access.AccessPolicies;
import org.visavis.protocol.MessageCodec;
import org.visavis.room.RoomListener;
import org.visavis.room.Rooms;
import org.visavis.settings.RoomLimits;
import org.visavis.settings.ServerLimits;

/** An endpoint whose session is closed while it is being opened, as is that of somebody who may not stay. */
class SignalingEndpointTest {
    private final List<String> sent = new ArrayList<>();
    private final List<CloseReason> closes = new ArrayList<>();
    private SignalingEndpoint endpoint;

    @Test
    void aSessionMayBeClosedBeforeItIsOpen() {
        ConnectionRegistry ended = new ConnectionRegistry(
                AccessPolicies.open(), ServerLimits.usual(), Runnable::run, () -> 0, RoomListener.NONE);
        ended.close(); // whoever comes now is sent away at once, by the thread that opens
        try (MessageCodec codec = new MessageCodec()) {
            endpoint = new SignalingEndpoint(
                    new Rooms(RoomLimits.DEFAULT, ServerLimits.usual(), codec, () -> 0),
                    (id, host) -> null,
                    ended,
                    codec);
            endpoint.onOpen(SocketlessSession.open(sent::add, this::close), "daily");
        }
        assertEquals(1, sent.size());
        assertEquals(List.of(CloseReasons.GONE), closes, "closed once, without an error");
    }

    /** As containers do: by the endpoint, in the thread that asked for it. */
    private void close(Session session, CloseReason reason) {
        endpoint.onClose(session, reason);
        closes.add(reason);
    }
}
