package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** While the server drains a call goes on, and who wants to join it reads why that has to wait. */
@Tag("browser")
@Tag("standalone")
class DrainedCallIT {
    /** What the browser says of a server that is not there, or that ends before, in or between requests. */
    private static final String NO_SERVER =
            "net::ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE)";

    @RegisterExtension
    final People people = new People();

    @Test
    void aNewcomerGetsInWhenItEnds() throws IOException, InterruptedException {
        try (ExecutableWar war = new ExecutableWar(0)) {
            Person ada = people.person("Ada").opens(war.base(), "drained").joins();
            Person grace = people.person("Grace").opens(war.base(), "drained").joins();
            ada.seesAndHears(1);
            Person hedy = people.person("Hedy").opens(war.base(), "drained");
            war.toggleDrain();
            hedy.knocks();
            hedy.isTold("draining");
            String told = hedy.page().textContent("#message-text");
            assertTrue(told.startsWith("This server is about to be restarted. "), told);
            hedy.photograph("draining");
            ada.seesAndHears(1);
            grace.seesAndHears(1);
            war.toggleDrain();
            hedy.awaits("body[data-state=call]");
            hedy.isNotToldAnyMore("draining");
            ada.sees(hedy);
            hedy.leaves();
        }
    }

    @Test
    @SuppressWarnings("try") // the second server only has to be there
    void aNewcomerGetsInAfterTheRestart() throws IOException, InterruptedException {
        Person hedy = people.person("Hedy", Equipment.PHONE.inLanguage("de")).mayComplain(NO_SERVER);
        int port;
        try (ExecutableWar war = new ExecutableWar(0)) {
            port = war.base().getPort();
            hedy.opens(war.base(), "restarted");
            war.toggleDrain();
            hedy.knocks();
            hedy.isTold("draining");
            hedy.photograph("draining-phone-german");
        }
        hedy.page().waitForWebSocket(() -> {}); // the server is not there
        hedy.page().waitForWebSocket(() -> {});
        hedy.page().waitForWebSocket(() -> {}); // the page has understood that
        hedy.isTold("draining");
        try (ExecutableWar again = new ExecutableWar(port)) {
            hedy.awaits("body[data-state=call]");
        }
    }
}
