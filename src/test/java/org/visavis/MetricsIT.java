package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What Prometheus reads. */
class MetricsIT extends DeployedWar {
    @Test
    void countWhatHappens() throws Exception {
        double joins = figure("visavis_joins_total");
        double received = figure("visavis_received_messages_total{type=\"join\"}");
        double sent = figure("visavis_sent_messages_total{type=\"welcome\"}");
        double errors = figure("visavis_errors_total{code=\"already-joined\"}");
        String room = "room-" + UUID.randomUUID();
        try (SignalingClient ada = SignalingClient.signaling(base, room);
                SignalingClient bea = SignalingClient.signaling(base, room)) {
            ada.join("Ada");
            bea.join("Bea");
            ada.next(); // Bea has joined, which Ada may ask for once more
            assertTrue(figure("visavis_history_bytes") > 0);
            assertTrue(figure("visavis_connections") >= 1);
            assertTrue(figure("visavis_participants") >= 1);
            ada.send("{\"type\":\"join\",\"name\":\"Ada\"}");
            ada.next(); // the error
        }
        assertTrue(figure("visavis_joins_total") >= joins + 1);
        assertTrue(figure("visavis_received_messages_total{type=\"join\"}") >= received + 2);
        assertTrue(figure("visavis_sent_messages_total{type=\"welcome\"}") >= sent + 2);
        assertTrue(figure("visavis_errors_total{code=\"already-joined\"}") >= errors + 1);
        assertTrue(figure("jvm_threads_live_threads") > 1);
    }

    @Test
    void areNotForThoseBehindAProxy() throws Exception {
        HttpResponse<String> answer = ask("X-Forwarded-Host", "calls.example");
        assertEquals(403, answer.statusCode(), answer::body);
    }

    private double figure(String name) throws Exception {
        HttpResponse<String> answer = ask("Accept", "*/*");
        assertEquals(200, answer.statusCode(), answer::body);
        return answer.body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + answer.body()));
    }

    private HttpResponse<String> ask(String header, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("metrics"))
                .header(header, value)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
