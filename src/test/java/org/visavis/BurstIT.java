package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many signals at once for one client that reads: it gets them all, and the server does not take it for a slow one. */
@ArquillianTest
@RunAsClient
class BurstIT {
    @ArquillianResource
    private URI base;

    @RegisterExtension
    final TestRoom room = new TestRoom();

    @Deployment(testable = false)
    public static WebArchive war() {
        return Deployments.warWith("visavis.room.capacity", "100");
    }

    /** As when a client takes up its place in a large call: each of the others has some candidates for it. */
    @ParameterizedTest
    @CsvSource({"20, 200", "98, 7"})
    void whoReadsGetsEverySignal(int senders, int signals) {
        SignalingClient reader = room.connect(base);
        String id = reader.join("Reader").getJsonObject("self").getString("id");
        for (int i = 0; i < senders; i++) {
            room.connect(base).join("P" + i);
            reader.next("peer-joined");
            room.clients().forEach(SignalingClient::showLife); // all together may take longer than one may be silent
        }
        ExecutorService threads = Executors.newFixedThreadPool(senders);
        try {
            room.clients().stream()
                    .skip(1)
                    .forEach(sender -> threads.execute(() -> {
                        for (int i = 0; i < signals; i++) {
                            sender.send(
                                    "{\"type\":\"signal\",\"to\":\"" + id + "\",\"data\":{\"candidate\":" + i + "}}");
                        }
                    }));
            Map<String, Integer> heard = new HashMap<>();
            for (int i = 0; i < senders * signals; i++) {
                JsonObject signal = reader.next("signal");
                int expected = heard.merge(signal.getString("from"), 1, Integer::sum) - 1;
                assertEquals(expected, signal.getJsonObject("data").getInt("candidate"));
            }
            assertEquals(senders, heard.size());
        } finally {
            threads.shutdownNow();
        }
        reader.expectNothingElse();
    }
}
