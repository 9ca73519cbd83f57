package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is about to join may know who is there. */
class PeopleIT extends DeployedWar {
    @Test
    void areNamedInTheOrderInWhichTheyCame() throws Exception {
        String room = "room-" + UUID.randomUUID();
        assertEquals("{\"people\":[]}", ask(room).body());
        try (SignalingClient ada = SignalingClient.signaling(base, room);
                SignalingClient grace = SignalingClient.signaling(base, room)) {
            ada.join("Ada <b>");
            grace.join("Grace");
            HttpResponse<String> answer = ask(room);
            assertEquals(
                    "{\"people\":[{\"name\":\"Ada <b>\",\"verified\":false},{\"name\":\"Grace\",\"verified\":false}]}",
                    answer.body());
            assertEquals(answer.body(), ask(room.toUpperCase(Locale.ROOT)).body());
            assertEquals(
                    "no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        }
    }

    @Test
    void areOfARoomThatCanBe() throws Exception {
        for (String room : new String[] {"", "a%20b", "x".repeat(65)}) {
            assertEquals(400, ask(room).statusCode(), room);
        }
    }

    private HttpResponse<String> ask(String room) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve("people?room=" + room)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
