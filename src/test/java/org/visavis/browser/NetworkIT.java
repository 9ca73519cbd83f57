package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Calls over networks that break, in Chromium on hosts of their own, with the server as {@code java -jar} runs it. */
@Tag("browser")
@Tag("standalone")
class NetworkIT {
    private static final String SECRET = "a secret of this test";

    @TempDir
    private Path folder;

    @RegisterExtension
    final People people = new People();

    private Network network;
    private ExecutableWar server;
    private Person ada;
    private Person grace;

    @BeforeEach
    void build() {
        network = new Network();
    }

    @AfterEach
    void tearDown() {
        if (server != null) server.close();
        if (network != null) network.close();
    }

    @Test
    void theCableIsOutForTwentySeconds() throws Exception {
        serve("--stun-port", "0");
        call();
        String id = ada.idOf(grace);
        network.unplug("ada");
        ada.isTold("reconnecting");
        ada.photograph("reconnecting");
        grace.presses("#camera", false);
        grace.presses("#microphone", false);
        grace.presses("#microphone", true);
        Command.run("sleep", "20"); // that is how long the cable is out
        network.plugIn("ada");
        ada.isNotToldAnyMore("reconnecting");
        ada.seesOf(grace, "camera", "off");
        ada.seesOf(grace, "microphone", "on");
        assertEquals(id, ada.idOf(grace), "the same participant all the time");
        grace.presses("#camera", true);
        mediaFlow();
        assertEquals(List.of(), comingsAndGoings(grace));
        assertEquals(List.of(), comingsAndGoings(ada));
    }

    /** Both look for a new way as soon as nothing comes, and their offers cross when the cable is in again. */
    @Test
    void theCableIsOutForFiveSecondsAgainAndAgain() throws Exception {
        serve("--stun-port", "0");
        call();
        while (grace.idOf(ada).compareTo(ada.idOf(grace)) > 0) { // which must not matter
            grace.leaves();
            ada.leaves();
            enters(ada);
            enters(grace);
        }
        for (int round = 1; round <= 5; round++) {
            mediaFlow();
            network.unplug("ada");
            Command.run("sleep", "5"); // that is how long the cable is out
            network.plugIn("ada");
        }
        mediaFlow();
        ada.hasLostNothing();
        grace.hasLostNothing();
    }

    @Test
    void theAddressChangesInTheMiddleOfACall() throws Exception {
        serve("--stun-port", "0");
        call();
        network.changeAddress("10.77.1.2", "10.77.1.3");
        mediaFlow();
        grace.presses("#microphone", false);
        ada.seesOf(grace, "microphone", "off");
        assertEquals(List.of(), comingsAndGoings(grace));
        assertEquals(List.of(), comingsAndGoings(ada));
    }

    @Test
    void withSymmetricNatOnBothSidesOnlyARelayHelps() throws Exception {
        network.hideBehindSymmetricNat();
        serve("--stun-port", "3478");
        ada = people.person("Ada", Equipment.COMPLETE.on(network.host("ada"), server.base()));
        grace = people.person("Grace", Equipment.COMPLETE.on(network.host("grace"), server.base()));
        for (Person person : List.of(ada, grace)) person.mayComplain("WebSocket connection|ERR_");
        ada.opens(server.base(), "daily").joins();
        grace.opens(server.base(), "daily").joins();
        looksForWaysAllTheTime(grace);
        ada.seesOf(grace, "connection", "failed");
        grace.seesOf(ada, "connection", "failed");
        ada.photograph("no-way");
        server.close();

        network.startTurnServer(SECRET, folder);
        serveThroughRelay();
        ada.isNotToldAnyMore("reconnecting");
        ada.leaves();
        grace.leaves();
        ada.opens(server.base(), "daily").joins();
        grace.opens(server.base(), "daily").joins();
        mediaFlow();
        ada.seesOf(grace, "path", "relay");
        grace.seesOf(ada, "path", "relay");
        ada.photograph("relayed");
    }

    @Test
    void theRelayIsRestartedInTheMiddleOfACall() throws Exception {
        network.hideBehindSymmetricNat();
        network.startTurnServer(SECRET, folder);
        serveThroughRelay("-Dvisavis.ice.transport.policy=relay");
        call();
        network.killTurnServer();
        network.startTurnServer(SECRET, folder);
        mediaFlow();
        ada.seesOf(grace, "path", "relay");
        assertEquals(List.of(), comingsAndGoings(ada));
    }

    @Test
    void theServerIsKilledAndComesBack() throws Exception {
        serve("--stun-port", "0");
        call();
        String id = ada.idOf(grace);
        server.kill();
        ada.isTold("reconnecting");
        grace.isTold("reconnecting");
        mediaFlow();
        serve("--stun-port", "0");
        ada.isNotToldAnyMore("reconnecting");
        grace.isNotToldAnyMore("reconnecting");
        grace.presses("#microphone", false);
        ada.seesOf(grace, "microphone", "off");
        grace.presses("#microphone", true);
        mediaFlow();
        assertEquals(id, ada.idOf(grace));
        assertEquals(List.of(), comingsAndGoings(ada));
        assertEquals(List.of(), comingsAndGoings(grace));
    }

    @Test
    void aBadLineIsBorne() throws Exception {
        network.worsen(100, 5); // 200 ms there and back
        serve("--stun-port", "0");
        call();
        ada.seesOf(grace, "quality", "fair");
        ada.photograph("bad-line");
        mediaFlow();
    }

    @Test
    void whoOnlyReceivesIsReachedOnAnotherSubnet() throws Exception {
        serve();
        ada = people.person("Ada", Equipment.COMPLETE.on(network.host("ada"), server.base()));
        grace = people.person("Grace", Equipment.NOT_ALLOWED.on(network.host("grace")));
        ada.opens(server.base(), "daily").joins();
        grace.opens(server.base(), "daily").joins();
        grace.seesAndHears(1);
        grace.seesOf(ada, "path", "direct");
    }

    private void serve(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--host", Network.SERVER_ADDRESS));
        all.addAll(List.of(arguments));
        server = new ExecutableWar(network.on("server"), all.toArray(String[]::new));
    }

    private void serveThroughRelay(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--stun-port",
                "0",
                "-Dvisavis.ice.urls=turn:" + Network.SERVER_ADDRESS + ":3478",
                "-Dvisavis.turn.secret=" + SECRET));
        all.addAll(List.of(arguments));
        serve(all.toArray(String[]::new));
    }

    private void call() {
        ada = people.person("Ada", Equipment.COMPLETE.on(network.host("ada"), server.base()));
        grace = people.person("Grace", Equipment.COMPLETE.on(network.host("grace"), server.base()));
        for (Person person : List.of(ada, grace)) person.mayComplain("WebSocket connection|ERR_");
        enters(ada);
        enters(grace);
        ada.sees(grace);
        grace.sees(ada);
        mediaFlow();
        for (Person person : List.of(ada, grace)) person.page().evaluate("() => recorder.watchTiles()");
    }

    private void enters(Person person) {
        person.opens(server.base() + "webrtc.html?log=info").fillsIn("daily").joins();
    }

    private void mediaFlow() {
        ada.seesAndHears(1);
        grace.seesAndHears(1);
    }

    /** As one does whose browser gave up first. Each time the other's begins anew, and never gives up by itself. */
    private static void looksForWaysAllTheTime(Person person) {
        person.page()
                .evaluate(
                        "() => void setInterval(() => recorder.live().forEach((connection) => connection.restartIce()), 5000)");
    }

    /** The tiles that have come or gone since the call began. */
    private static Object comingsAndGoings(Person person) {
        return person.page().evaluate("() => recorder.changedTiles()");
    }
}
