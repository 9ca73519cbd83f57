package org.visavis.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Members of a room that are no browsers: they speak the protocol just enough to be let in. */
final class Crowd implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final List<WebSocket> sockets = new ArrayList<>();

    /** Returns when the server has welcomed all of them. */
    Crowd(URI base, String room, int size) {
        URI address = URI.create(base.toString().replaceFirst("^http", "ws") + "signaling/" + room);
        for (int number = 1; number <= size; number++) {
            Welcome welcome = new Welcome();
            WebSocket socket = CLIENT.newWebSocketBuilder()
                    .subprotocols("visavis.v1")
                    .buildAsync(address, welcome)
                    .join();
            sockets.add(socket);
            socket.sendText("{\"type\":\"join\",\"name\":\"Guest " + number + "\"}", true)
                    .join();
            welcome.received.join();
        }
    }

    @Override
    public void close() {
        sockets.forEach(WebSocket::abort);
    }

    /** The first message that a member gets is its welcome; the rest is read and forgotten. */
    private static final class Welcome implements WebSocket.Listener {
        final CompletableFuture<Void> received = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            if (text.toString().contains("\"welcome\"")) received.complete(null);
            socket.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            received.completeExceptionally(error);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            received.completeExceptionally(new IllegalStateException("Closed: " + code + " " + reason));
            return null;
        }
    }
}
