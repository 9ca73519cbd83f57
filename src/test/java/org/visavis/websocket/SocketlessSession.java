package org.visavis.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Makes sessions that lead nowhere: a test sees what is sent and how they are closed, in the thread that does it. */
final class SocketlessSession {
    private SocketlessSession() {}

    /**
     * An open one, whose sends are complete before they return.
     *
     * @param sent takes what is sent
     * @param closed takes the session itself, and how it is closed
     */
    static Session open(Consumer<String> sent, BiConsumer<Session, CloseReason> closed) {
        return open(
                (text, handler) -> {
                    sent.accept(text);
                    handler.onResult(new SendResult());
                },
                closed);
    }

    /** One whose sends are never complete. */
    static Session deaf(BiConsumer<Session, CloseReason> closed) {
        return open((text, handler) -> {}, closed);
    }

    private static Session open(BiConsumer<String, SendHandler> sender, BiConsumer<Session, CloseReason> closed) {
        Map<String, Object> properties = new HashMap<>();
        RemoteEndpoint.Async remote = proxy(RemoteEndpoint.Async.class, (self, call) -> {
            sender.accept((String) call.arguments.get(0), (SendHandler) call.arguments.get(1));
            return null;
        });
        return proxy(Session.class, (self, call) -> switch (call.method) {
            case "getUserProperties" -> properties;
            case "getPathParameters" -> Map.of("room", "Daily");
            case "getAsyncRemote" -> remote;
            case "setMaxIdleTimeout" -> null;
            case "close" -> {
                closed.accept(self, (CloseReason) call.arguments.get(0));
                yield null;
            }
            default -> throw new UnsupportedOperationException(call.method);
        });
    }

    private record Call(String method, List<Object> arguments) {}

    private static <T> T proxy(Class<T> type, BiFunction<T, Call, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.apply(
                        type.cast(self),
                        new Call(method.getName(), arguments == null ? List.of() : Arrays.asList(arguments)))));
    }
}
