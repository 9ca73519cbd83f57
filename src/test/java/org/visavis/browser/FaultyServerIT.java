package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page bears a server that does what it should not, and gets along with it. */
@Tag("browser")
@Tag("standalone")
class FaultyServerIT {
    @RegisterExtension
    final People people = new People();

    private FaultyServer server;
    private Person ada;

    @BeforeEach
    void open() throws IOException {
        server = new FaultyServer();
        ada = people.person("Ada")
                .mayComplain("identity|404|WebSocket connection")
                .opens(server.base(), "daily");
        ada.knocks();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aServerThatAnswersNoPingIsLeftAndResumed() {
        FaultyServer.Line first = server.line();
        assertFalse(first.next("join").contains("resume"));
        first.says(welcome(7, "'resumed':false"));
        ada.awaits("body[data-state=call]");
        first.says("{'type':'peer-joined','seq':20,'peer':{'id':'grace','name':'Grace','status':{}}}");
        first.next("ping");
        FaultyServer.Line second = server.line();
        assertTrue(second.next("join").contains("\"resume\":{\"secret\":\"secret-7\",\"seq\":20}"));
        second.says(welcome(20, "'resumed':true"));
        ada.awaits("#tiles [data-peer=grace]");
    }

    @Test
    void aServerThatEndsConnectionsBeforeTheWelcomeIsAskedAgain() {
        for (int i = 0; i < 3; i++) {
            FaultyServer.Line line = server.line();
            line.next("join");
            line.closes(1011, "");
        }
        ada.isTold("unreachable");
        FaultyServer.Line line = server.line();
        line.next("join");
        line.says(welcome(1, "'resumed':false"));
        ada.awaits("body[data-state=call]");
        ada.isNotToldAnyMore("unreachable");
    }

    @Test
    void aWelcomeMayComeLate() {
        FaultyServer.Line line = server.line();
        line.next("join");
        line.next("ping"); // by now it has waited for 5 s
        line.says(welcome(1, "'resumed':false"));
        ada.awaits("body[data-state=call]");
    }

    @Test
    void whatTheBrowserSaysOfTheNetworkIsHeededAtOnce() {
        FaultyServer.Line first = joined();
        ada.page().evaluate("() => document.dispatchEvent(new Event('visibilitychange'))");
        first.next("ping");
        first.says("{'type':'pong'}");
        ada.page().evaluate("() => navigator.connection.dispatchEvent(new Event('change'))");
        first.next("ping"); // which nobody answers
        FaultyServer.Line second = server.line();
        second.next("join");
        second.says(welcome(1, "'resumed':true"));
        second.next("ping"); // after 5 s, so that it is known to have been welcomed
        second.says("{'type':'pong'}");
        ada.page().evaluate("() => dispatchEvent(new Event('online'))");
        assertTrue(server.line().next("join").contains("secret-1"));
    }

    @Test
    void whatComesTwiceCountsOnceAndGapsAreNoHarm() {
        FaultyServer.Line line = joined();
        line.says("{'type':'peer-joined','seq':5,'peer':{'id':'grace','name':'Grace','status':{'camera':false}}}");
        line.says("{'type':'status','seq':9,'from':'grace','status':{'camera':true}}");
        line.says("{'type':'status','seq':8,'from':'grace','status':{'camera':false}}");
        line.says("{'type':'peer-joined','seq':5,'peer':{'id':'grace','name':'Grace','status':{'camera':false}}}");
        line.says("{'type':'status','seq':10,'from':'grace','status':{'microphone':true}}");
        ada.awaits("#tiles [data-peer=grace][data-microphone=on][data-camera=on]");
        assertEquals(2, ada.page().locator("#tiles figure").count());
        line.closes(1001, "");
        assertTrue(server.line().next("join").contains("\"seq\":10"));
    }

    @Test
    void whatIsSaidMeanwhileIsSaidAgainUnlessItHasArrived() {
        FaultyServer.Line line = joined();
        assertTrue(line.next("status").contains("\"number\":1"));
        ada.presses("#microphone", false);
        assertTrue(line.next("status").contains("\"number\":2"));
        line.closes(1001, "");
        FaultyServer.Line second = server.line();
        second.next("join");
        ada.presses("#camera", false);
        second.says(welcome(1, "'resumed':true,'received':1"));
        assertTrue(second.next("status").contains("\"number\":2"));
        assertTrue(second.next("status").contains("\"number\":3"));
        second.says("{'type':'pong','received':3}");
        second.closes(1001, "");
        FaultyServer.Line third = server.line();
        third.next("join");
        third.says(welcome(1, "'resumed':true,'received':3"));
        ada.presses("#camera", true);
        assertTrue(third.next("status").contains("\"number\":4"));
    }

    @Test
    void whoIsReplacedDoesNotComeBack() {
        FaultyServer.Line line = joined();
        line.says("{'type':'error','code':'replaced','message':'This participant has come back.'}");
        line.closes(4011, "replaced");
        ada.isTold("replaced");
        ada.awaits("body[data-state=lobby]");
        ada.photograph("replaced");
    }

    @Test
    void whatTheServerSaysAgainstAJoinIsToldAtOnce() {
        for (String code : List.of("invalid-message", "not-known-to-this-page")) {
            FaultyServer.Line line = server.line();
            line.next("join");
            line.says("{'type':'error','code':'" + code + "','message':'No.'}"); // and waits for another join
            ada.isTold(code);
            ada.awaits("body[data-state=lobby]");
            ada.awaits("#message-text:not(:text-is('" + code + "'))");
            ada.knocks();
        }
        server.line().next("join");
    }

    @Test
    void namesThatHarmTheTextAroundThemAreCleaned() {
        FaultyServer.Line line = joined();
        String deceiving = "\u202eecarG\u202c";
        line.says("{'type':'peer-joined','seq':2,'peer':{'id':'grace','name':'" + deceiving + "','status':{}}}");
        line.says("{'type':'peer-joined','seq':3,'peer':{'id':'nobody','name':'\u200b','status':{}}}");
        line.says("{'type':'peer-joined','seq':4,'peer':{'id':'zoe','name':'زوي','status':{}}}");
        ada.awaits("#tiles [data-peer=grace] bdi.name:text-is('ecarG')");
        ada.awaits("#tiles [data-peer=nobody] .name:text-is('?')");
        ada.page().click("#open-people");
        ada.awaits("#present-list [data-peer=grace] bdi.name:text-is('ecarG')");
        ada.until(
                "() => document.querySelector('#present-list [data-peer=zoe] .pin').getAttribute('aria-label')"
                        + " === 'Pin \u2068زوي\u2069'",
                "");
        ada.photograph("names");
    }

    @Test
    void iceServersAreReplaced() {
        FaultyServer.Line line = joined();
        line.says("{'type':'peer-joined','seq':2,'peer':{'id':'zoe','name':'Zoe','status':{}}}");
        line.says(
                "{'type':'ice-configuration','iceServers':[{'urls':['stun:127.0.0.1:9']}],'iceTransportPolicy':'relay'}");
        line.says("{'type':'signal','seq':3,'from':'zoe','data':{'description':{'type':'offer','sdp':'broken'}}}");
        ada.until(
                "() => recorder.live().some((it) => it.getConfiguration().iceTransportPolicy === 'relay'"
                        + " && it.getConfiguration().iceServers[0].urls[0] === 'stun:127.0.0.1:9')",
                "");
    }

    private FaultyServer.Line joined() {
        FaultyServer.Line line = server.line();
        line.next("join");
        line.says(welcome(1, "'resumed':false"));
        ada.awaits("body[data-state=call]");
        return line;
    }

    private static String welcome(int seq, String more) {
        return "{'type':'welcome','seq':" + seq
                + ",'self':{'id':'ada','name':'Ada','status':{}},'resume':{'secret':'secret-"
                + seq + "','seconds':60},'room':{'name':'daily','capacity':16},'peers':[],'iceServers':[],"
                + "'iceTransportPolicy':'all','features':[]," + more + "}";
    }
}
