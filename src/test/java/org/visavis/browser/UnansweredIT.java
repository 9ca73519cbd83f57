package org.visavis.browser;

import org.junit.jupiter.api.Test;

/** Somebody is in the room, and no connection to them comes about: the tile says so, and they are called again. */
class UnansweredIT extends DeployedPage {
    @Test
    void whoAnswersAtLastIsSeenAndHeard() {
        Person ada = people.person("Ada");
        SignalingLine adasLine = new SignalingLine(ada.page());
        ada.opens(base, "unanswered").joins();
        adasLine.holds();
        Person grace = people.person("Grace").opens(base, "unanswered").joins();
        Object made = grace.page().evaluate("() => recorder.made()");
        grace.seesOf(ada, "connection", "failed");
        grace.photograph("unanswered");
        grace.until("(made) => recorder.made() > made", made);
        adasLine.releases();
        ada.seesAndHears(1);
        grace.seesAndHears(1);
        grace.seesOf(ada, "connection", "connected");
        ada.seesOf(grace, "connection", "connected");
    }

    /** The one who came later is to call; if nothing comes of that, the others do. */
    @Test
    void whoDoesNotCallIsCalled() {
        Person ada = people.person("Ada").opens(base, "no-call").joins();
        Object made = ada.page().evaluate("() => recorder.made()");
        Person grace = people.person("Grace", Equipment.SILENT_CONNECTION)
                .opens(base, "no-call")
                .joins();
        ada.seesOf(grace, "connection", "failed");
        ada.until("(made) => recorder.made() > made", made);
    }

    @Test
    void whoHearsNoWelcomeJoinsAgainAndIsThereOnce() {
        Person ada = people.person("Ada").opens(base, "no-welcome").joins();
        Person grace = people.person("Grace");
        SignalingLine gracesLine = new SignalingLine(grace.page());
        gracesLine.deafens();
        grace.opens(base, "no-welcome").joins();
        ada.sees(grace);
        grace.sees(ada);
    }

    @Test
    void aConnectionThatTheBrowserRefusesIsMadeLater() {
        Person ada = people.person("Ada").opens(base, "refused").joins();
        Person grace = people.person("Grace", Equipment.CONNECTION_REFUSED_AT_FIRST)
                .opens(base, "refused")
                .joins();
        grace.seesOf(ada, "connection", "failed");
        ada.seesAndHears(1);
        grace.seesAndHears(1);
        grace.seesOf(ada, "connection", "connected");
    }
}
