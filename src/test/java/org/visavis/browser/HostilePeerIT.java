package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.SignalingClient;

/** Somebody in the room says what no page would. The page of another bears it: whoever comes then is seen and heard. */
class HostilePeerIT extends DeployedPage {
    /** Chromium keeps some hundred connections of a page at most. */
    private static final int FLOOD = 600;

    private static final List<String> NONSENSE = List.of(
            "{}",
            "{\"generation\": 1e300, \"description\": {\"type\": \"offer\", \"sdp\": \"\"}}",
            "{\"generation\": -1, \"description\": {\"type\": \"offer\", \"sdp\": \"\"}}",
            "{\"generation\": \"7\", \"description\": {\"type\": \"offer\", \"sdp\": \"\"}}",
            "{\"generation\": null, \"candidate\": {}}",
            "{\"generation\": 9, \"candidate\": {\"candidate\": \"\"}}",
            "{\"description\": null}",
            "{\"description\": \"offer\"}",
            "{\"description\": {\"type\": \"rollback\"}}",
            "{\"description\": {\"type\": \"offer\"}}",
            "{\"description\": {\"type\": \"offer\", \"sdp\": \"v=0\"}, \"screens\": 5}",
            "{\"description\": {\"type\": \"answer\", \"sdp\": \"v=0\"}}",
            "{\"candidate\": 5}",
            "{\"candidate\": {\"candidate\": \"candidate:\", \"sdpMid\": {}}}");

    /** Keeps the channels that a page makes, the one for messages among them. */
    private static final String KEEPS_CHANNELS = """
            (() => {
              const native = RTCPeerConnection.prototype.createDataChannel;
              globalThis.channels = [];
              RTCPeerConnection.prototype.createDataChannel = function (...options) {
                const channel = native.apply(this, options);
                channels.push(channel);
                return channel;
              };
            })()""";

    private final String room = People.room();
    private Person ada;

    @BeforeEach
    void adaIsThere() {
        ada = people.person("Ada").opens(base, room).joins();
        ada.page().evaluate("""
                () => {
                  globalThis.candidates = 0;
                  const native = RTCPeerConnection.prototype.addIceCandidate;
                  RTCPeerConnection.prototype.addIceCandidate = function (...options) {
                    candidates++;
                    return native.apply(this, options);
                  };
                }""");
    }

    @Test
    void connectionsAreNotUsedUp() {
        try (SignalingClient mallory = SignalingClient.signaling(URI.create(base.toString()), room)) {
            String id = idOfAdaFor(mallory);
            for (int generation = 1; generation <= FLOOD; generation++)
                mallory.send(signal(
                        id,
                        "{\"generation\": " + generation
                                + ", \"description\": {\"type\": \"offer\", \"sdp\": \"v=0\"}}"));
            graceIsSeenAndHeard();
            assertTrue((int) ada.page().evaluate("() => recorder.made()") < FLOOD / 10);
        }
    }

    @Test
    void candidatesAreNotTakenWithoutEnd() {
        try (SignalingClient mallory = SignalingClient.signaling(URI.create(base.toString()), room)) {
            String id = idOfAdaFor(mallory);
            mallory.send(signal(id, "{\"description\": {\"type\": \"offer\", \"sdp\": \"v=0\"}}"));
            for (int i = 0; i < 10 * FLOOD; i++)
                mallory.send(signal(
                        id,
                        "{\"candidate\": {\"sdpMid\": \"0\", \"candidate\": \"candidate:" + i
                                + " 1 udp 1 192.0.2.1 9 typ host\"}}"));
            graceIsSeenAndHeard();
            assertTrue((int) ada.page().evaluate("() => candidates") < 5 * FLOOD);
        }
    }

    /** A page that announces each of them adds up text without end, and measures it each time. */
    @Test
    void handsThatGoUpAndDownAreNotAnnouncedWithoutEnd() {
        ada.page().evaluate("""
                () => {
                  globalThis.announced = 0;
                  const announcement = document.getElementById("announcement");
                  new MutationObserver(() => {
                    announced = Math.max(announced, announcement.textContent.length);
                  }).observe(announcement, { childList: true });
                }""");
        try (SignalingClient mallory = SignalingClient.signaling(URI.create(base.toString()), room)) {
            idOfAdaFor(mallory);
            for (int i = 0; i < 5 * FLOOD; i++)
                mallory.send("{\"type\": \"status\", \"status\": {\"hand\": " + (i % 2 == 0) + ", \"screen\": "
                        + (i % 2 == 0) + "}}");
            graceIsSeenAndHeard();
            ada.until("() => announced > 0", "");
            assertTrue((int) ada.page().evaluate("() => announced") < 1_000);
        }
    }

    @Test
    void nonsenseIsIgnored() {
        try (SignalingClient mallory = SignalingClient.signaling(URI.create(base.toString()), room)) {
            String id = idOfAdaFor(mallory);
            NONSENSE.forEach(data -> mallory.send(signal(id, data)));
            graceIsSeenAndHeard();
        }
    }

    @Test
    void channelsAreNotOpenedWithoutEnd() {
        Person mallory = people.person("Mallory").opens(base, room).joins();
        mallory.seesAndHears(1);
        mallory.page()
                .evaluate(
                        "() => { globalThis.mine = Array.from({ length: 200 }, (_, i) => recorder.live()[0].createDataChannel(`${i}`)); }");
        mallory.until("() => mine.filter(({ readyState }) => readyState === 'closed').length >= 136", "");
        ada.seesAndHears(1);
    }

    @Test
    void messagesThatNoPageSendsSoManyOfAreNotRead() {
        Person mallory = people.person("Mallory");
        mallory.page().addInitScript(KEEPS_CHANNELS);
        mallory.opens(base, room).joins();
        mallory.seesAndHears(1);
        ada.page().evaluate("""
                () => {
                  globalThis.read = 0;
                  const native = JSON.parse;
                  JSON.parse = function (...options) {
                    read++;
                    return native.apply(this, options);
                  };
                }""");
        mallory.page().evaluate("""
                async () => {
                  for (let i = 0; i < 20_000; i++) {
                    channels[0].send('{"type":"view","camera":1,"screen":1}');
                  }
                }""");
        mallory.until("() => channels[0].bufferedAmount === 0", "");
        ada.seesAndHears(1);
        mallory.seesAndHears(1);
        assertTrue((int) ada.page().evaluate("() => read") < 5_000);
    }

    @Test
    void messagesOfNoMeaningAreIgnored() {
        Person mallory = people.person("Mallory");
        mallory.page().addInitScript(KEEPS_CHANNELS);
        mallory.opens(base, room).joins();
        mallory.seesAndHears(1);
        for (String message : List.of(
                "null",
                "5",
                "[]",
                "{",
                "{\"type\": null}",
                "{\"type\": \"view\"}",
                "{\"type\": \"view\", \"camera\": null, \"screen\": {}}",
                "{\"type\": \"view\", \"camera\": -1, \"screen\": 1e300}"))
            mallory.page().evaluate("(message) => channels[0].send(message)", message);
        mallory.seesAndHears(1);
        ada.seesAndHears(1);
    }

    private void graceIsSeenAndHeard() {
        Person grace = people.person("Grace").opens(base, room).joins();
        ada.seesAndHears(1);
        grace.seesAndHears(1);
    }

    private static String idOfAdaFor(SignalingClient mallory) {
        return mallory.join("Mallory").getJsonArray("peers").getJsonObject(0).getString("id");
    }

    private static String signal(String to, String data) {
        return "{\"type\": \"signal\", \"to\": \"" + to + "\", \"data\": " + data + "}";
    }
}
