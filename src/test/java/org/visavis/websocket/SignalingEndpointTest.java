package org.visavis.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.visavis.room.RoomLimits;
import org.visavis.room.Rooms;
import org.visavis.signaling.MessageCodec;

/** An endpoint whose session is closed while it is being opened, as is that of somebody who may not stay. */
class SignalingEndpointTest {
    private final Map<String, Object> properties = new HashMap<>();
    private final List<String> sent = new ArrayList<>();
    private final List<CloseReason> closes = new ArrayList<>();
    private SignalingEndpoint endpoint;

    @Test
    void aSessionMayBeClosedBeforeItIsOpen() {
        Connections ended = new Connections(false, () -> 0);
        ended.close(); // whoever comes now is sent away at once, by the thread that opens
        try (MessageCodec codec = new MessageCodec()) {
            endpoint = new SignalingEndpoint(
                    new Rooms(RoomLimits.DEFAULT, codec, () -> 0), (id, host) -> null, ended, codec);
            endpoint.onOpen(session(), "daily");
        }
        assertEquals(1, sent.size());
        assertEquals(List.of(Closes.GONE), closes, "closed once, without an error");
    }

    /** Sends at once, and closes as containers do: by the endpoint, in the thread that asked for it. */
    private Session session() {
        RemoteEndpoint.Async remote = proxy(RemoteEndpoint.Async.class, (method, arguments) -> {
            sent.add((String) arguments[0]);
            ((SendHandler) arguments[1]).onResult(new SendResult());
            return null;
        });
        return proxy(Session.class, (method, arguments) -> switch (method) {
            case "getUserProperties" -> properties;
            case "getAsyncRemote" -> remote;
            case "setMaxIdleTimeout" -> null;
            case "close" -> close((CloseReason) arguments[0]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private Object close(CloseReason reason) {
        endpoint.onClose(session(), reason);
        closes.add(reason);
        return null;
    }

    private static <T> T proxy(Class<T> type, BiFunction<String, Object[], Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.apply(method.getName(), arguments)));
    }
}
