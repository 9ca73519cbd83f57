package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The original idea: each text message goes unchanged to the others of the room. */
class BroadcastIT extends DeployedWar {
    private final String room = "room-" + UUID.randomUUID();
    private final List<SignalingClient> clients = new ArrayList<>();

    @AfterEach
    void closeAll() {
        clients.forEach(SignalingClient::close);
    }

    @Test
    void rebroadcastsUnchangedToTheOthersOfTheRoom() {
        SignalingClient a = connect(room);
        SignalingClient b = connect(room);
        Acquaintance.make(a, b);
        SignalingClient c = connect(room);
        c.send("here");
        assertEquals("here", a.next());
        assertEquals("here", b.next());
        SignalingClient elsewhere = connect(room + "-2");

        List<String> texts = List.of(
                "{\"type\":\"offer\",\"sdp\":\"v=0\\r\\n\"}",
                "not JSON at all",
                "{ broken",
                "null",
                "",
                "ä\uD83D\uDE00\u2028",
                "x".repeat(64 * 1024));
        for (String text : texts) {
            a.send(text);
            assertEquals(text, b.next());
            assertEquals(text, c.next());
        }
        b.send("from b");
        assertEquals("from b", a.next(), "nothing of its own came back to a");
        assertEquals("from b", c.next());
        Acquaintance.make(elsewhere, connect(room + "-2")); // and nothing from the other room came before
    }

    @Test
    void capitalLettersMeanTheSameRoom() {
        SignalingClient a = connect(room);
        SignalingClient b = connect(room.toUpperCase(Locale.ROOT));
        Acquaintance.make(a, b);
        b.send("from b");
        assertEquals("from b", a.next());
        b.close();
        SignalingClient c = connect(room.toUpperCase(Locale.ROOT));
        Acquaintance.make(a, c);
    }

    @Test
    void aConnectionLeavesTheSetWhenItEnds() {
        SignalingClient a = connect(room);
        Acquaintance.make(a, connect(room));
        int capacity = 16;
        for (int i = 2; i < capacity; i++) {
            connect(room).send("here");
            for (SignalingClient earlier : clients.subList(0, i)) {
                assertEquals("here", earlier.next());
            }
        }
        SignalingClient oneTooMany = connect(room);
        oneTooMany.expectClose(4007, "room-full");
        for (SignalingClient gone : clients.subList(1, capacity)) {
            gone.sendBinary((byte) 1);
            gone.expectClose(1003, "binary-message");
        }
        SignalingClient b = connect(room);
        b.send("hello");
        assertEquals("hello", a.next());
    }

    private SignalingClient connect(String name) {
        SignalingClient client = SignalingClient.broadcast(base, name);
        clients.add(client);
        return client;
    }
}
