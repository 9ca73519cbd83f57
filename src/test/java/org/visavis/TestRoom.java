package org.visavis;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A room that no other test has, and the clients that a test opens in it. They are closed after the test. */
final class TestRoom implements AfterEachCallback {
    private final String name = "room-" + UUID.randomUUID();
    private final List<SignalingClient> clients = new ArrayList<>();

    String name() {
        return name;
    }

    /** Those that are open, in the order in which they came. */
    List<SignalingClient> clients() {
        return clients;
    }

    /** A client that is yet to join. */
    SignalingClient connect(URI base) {
        return open(base, name, SignalingClient::signaling);
    }

    /** A client of the room that has this at the end of its name. */
    SignalingClient connect(URI base, String suffix) {
        return open(base, name + suffix, SignalingClient::signaling);
    }

    /** A client of the room of {@code /broadcast}. */
    SignalingClient broadcast(URI base) {
        return open(base, name, SignalingClient::broadcast);
    }

    private SignalingClient open(URI base, String room, BiFunction<URI, String, SignalingClient> opening) {
        SignalingClient client = opening.apply(base, room);
        clients.add(client);
        return client;
    }

    /** Breaks the connection of one of them. */
    void abort(SignalingClient client) {
        clients.remove(client);
        client.abort();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        clients.forEach(SignalingClient::close);
    }
}
