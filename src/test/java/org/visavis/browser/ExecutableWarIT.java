package org.visavis.browser;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code java -jar visavis.war} is all that two people need, and its end is not the end of their call. */
@Tag("browser")
@Tag("standalone")
class ExecutableWarIT {
    /** What the browser says of a server that is not there, or that ends before, in or between requests. */
    private static final String NO_SERVER =
            "net::ERR_(CONNECTION_(REFUSED|RESET|CLOSED)|SOCKET_NOT_CONNECTED|EMPTY_RESPONSE)";

    @RegisterExtension
    final People people = new People();

    @Test
    void twoPeopleCall() {
        try (ExecutableWar war = new ExecutableWar(0)) {
            Person ada = people.person("Ada").opens(war.base(), "daily").joins();
            Person grace = people.person("Grace").opens(war.base(), "daily").joins();
            inCall(ada, grace);
            grace.leaves();
            ada.seesNoTileOf(grace);
            ada.leaves();
        }
    }

    @Test
    @SuppressWarnings("try") // the second server only has to be there
    void theCallOutlivesARestartOfTheServer() {
        Person ada = people.person("Ada").mayComplain(NO_SERVER);
        Person grace = people.person("Grace").mayComplain(NO_SERVER);
        int port;
        try (ExecutableWar war = new ExecutableWar(0)) {
            port = war.base().getPort();
            ada.opens(war.base(), "restart").joins();
            grace.opens(war.base(), "restart").joins();
            inCall(ada, grace);
        }
        ada.isTold("reconnecting");
        grace.isTold("reconnecting");
        ada.photograph("reconnecting");
        ada.seesAndHears(1);
        grace.seesAndHears(1);
        try (ExecutableWar again = new ExecutableWar(port)) {
            ada.isNotToldAnyMore("reconnecting");
            grace.isNotToldAnyMore("reconnecting");
            inCall(ada, grace);
            ada.presses("#microphone", false);
            grace.seesOf(ada, "microphone", "off");
        }
    }

    @Test
    @SuppressWarnings("try") // the second server only has to be there
    void aServerThatIsNotThereIsNamedAndWaitedFor() {
        Person ada = people.person("Ada").mayComplain(NO_SERVER);
        int port;
        try (ExecutableWar war = new ExecutableWar(0)) {
            port = war.base().getPort();
            ada.opens(war.base(), "waiting");
        }
        ada.knocks();
        ada.isTold("unreachable");
        ada.photograph("unreachable");
        try (ExecutableWar again = new ExecutableWar(port)) {
            ada.awaits("body[data-state=call]");
        }
    }

    private static void inCall(Person ada, Person grace) {
        ada.sees(grace);
        grace.sees(ada);
        ada.seesAndHears(1);
        grace.seesAndHears(1);
    }
}
