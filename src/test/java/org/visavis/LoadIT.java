package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many clients, and one that does not read what it is sent. */
@Tag("load")
@ArquillianTest
@RunAsClient
class LoadIT {
    private static final int ROOMS = 50;
    private static final int MEMBERS = 10;

    /** More than all the buffers between server and client hold; what they hold depends on the system. */
    private static final int FLOOD = 300;

    /** How often somebody tries to get into a full room; each waits for an answer. */
    private static final int ATTEMPTS = 2_000;

    @ArquillianResource
    private URI base;

    @RegisterExtension
    final TestRoom room = new TestRoom();

    @Deployment(testable = false)
    public static WebArchive war() {
        return Deployments.warWith(
                "visavis.send.rate", "100000000"); // else one would wait for each of so many messages
    }

    @Test
    void fiveHundredClientsJoin() {
        List<SignalingClient> clients = room.clients();
        for (int i = 0; i < ROOMS * MEMBERS; i++) {
            JsonObject welcome = room.connect(base, "-" + i % ROOMS).join("P" + i);
            assertEquals(i / ROOMS, welcome.getJsonArray("peers").size());
            if (i % ROOMS == 0) {
                clients.forEach(SignalingClient::showLife); // all together may take longer than one may be silent
            }
        }
        for (int i = 0; i < clients.size(); i++) {
            for (int later = i / ROOMS + 1; later < MEMBERS; later++) {
                clients.get(i).next("peer-joined");
            }
            clients.get(i).expectNothingElse();
        }
    }

    @Test
    void whoDoesNotReadIsSentAwayAndNobodyElseNotices() throws IOException {
        SignalingClient ada = room.connect(base);
        SignalingClient grace = room.connect(base);
        ada.join("Ada");
        grace.join("Grace");
        ada.next("peer-joined");
        try (RawConnection deaf = new RawConnection(base, room.name())) {
            deaf.send("{\"type\":\"join\",\"name\":\"Deaf\"}");
            String deafId = ada.next("peer-joined").getJsonObject("peer").getString("id");
            grace.next("peer-joined");
            for (int sent = 0; sent < FLOOD; sent++) {
                ada.send("{\"type\":\"signal\",\"data\":{\"number\":" + sent + ",\"filler\":\"" + "x".repeat(60_000)
                        + "\"}}");
                assertEquals(sent, grace.next("signal").getJsonObject("data").getInt("number"));
            }
            ada.expectNothingElse(); // it may come back, as soon as it reads
            grace.expectNothingElse();

            int others = fill();
            for (int i = 0; i < others; i++) {
                ada.next("peer-joined");
            }
            JsonObject heard = ada.nextMessage();
            assertEquals("peer-left", heard.getString("type"), "whoever comes gets the place of one who is away");
            assertEquals(deafId, heard.getString("id"));
            assertEquals("lost", heard.getString("reason"));
        }
    }

    /**
     * Lets people join until one more is in than there were places, since the place of one who is away is given away.
     *
     * @return how many joined before that
     */
    private int fill() {
        int others = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            JsonObject answer = room.connect(base).tryToJoin("Late");
            if (answer.getString("type").equals("welcome")) {
                if (answer.getJsonArray("peers").size() + 1
                                == answer.getJsonObject("room").getInt("capacity")
                        && others + 3 >= answer.getJsonObject("room").getInt("capacity")) {
                    return others;
                }
                others++;
            }
        }
        return fail("the deaf client is still there");
    }
}
