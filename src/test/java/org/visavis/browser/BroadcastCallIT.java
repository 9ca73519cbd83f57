package org.visavis.browser;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.visavis.Deployments;

/** The idea that Visavis grew from still carries a call: the server rebroadcasts, the page does the rest. */
class BroadcastCallIT extends ChangedPage {
    /** A page of one's own lies beside the WAR's; the browser then sends an Origin that the server accepts. */
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.war()
                .addAsWebResource(new StringAsset(Person.resource("call2013.html")), "call2013.html")
                .addAsWebResource(new StringAsset(Person.resource("call2013.js")), "call2013.js");
    }

    @Test
    void aPageOf2013CallsAnother() {
        Person ada = readyAtAPageOf2013("Ada");
        Person grace = readyAtAPageOf2013("Grace");
        ada.page().evaluate("call()");
        ada.seesAndHears(1);
        grace.seesAndHears(1);
        ada.photograph("2013");
    }

    private Person readyAtAPageOf2013(String name) {
        Person person = people.person(name).opens(base + "call2013.html#daily");
        person.until("() => document.title === 'ready'", null);
        return person;
    }
}
