package org.visavis;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Puts the parts of a message together, and notes how the connection ends. */
final class TextListener implements WebSocket.Listener {
    private final StringBuilder incomplete = new StringBuilder();
    private final Consumer<String> user;
    private final CompletableFuture<SignalingClient.Close> closed;

    /** @param user takes each whole message */
    TextListener(Consumer<String> user, CompletableFuture<SignalingClient.Close> closed) {
        this.user = user;
        this.closed = closed;
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
        incomplete.append(part);
        if (last) {
            user.accept(incomplete.toString());
            incomplete.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(new SignalingClient.Close(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }
}
