package org.visavis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.net.URI;
import java.net.URISyntaxException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.visavis.Deployments;

/** In a container, which does not tell its port for HTTPS, the link leads where the administrator has said. */
class HttpsLinkIT extends ChangedPage {
    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.warWith("visavis.https.url", "https://calls.example/calls");
    }

    @Test
    void overPlainHttpOneIsLedToTheSameRoomOverHttps() throws URISyntaxException {
        Person ada = people.person("Ada", Equipment.PLAIN_HTTP).opens(elsewhere() + "webrtc.html?room=daily#chat");
        ada.isTold("insecure");
        assertThat(ada.page().locator("#message-link"))
                .hasAttribute("href", "https://calls.example/calls/webrtc.html?room=daily#chat");
        ada.photograph("link-to-set-https");
    }

    @Test
    void thePageAboutTrustLeadsThereToo() throws URISyntaxException {
        Person ada = people.person("Ada", Equipment.PLAIN_HTTP).opens(elsewhere() + "trust.html");
        assertThat(ada.page().locator("#none")).isVisible();
        assertThat(ada.page().locator("#page")).hasAttribute("href", "https://calls.example/calls/webrtc.html");
    }

    /** The same Tomcat under another name than localhost, which browsers do not trust. */
    private URI elsewhere() throws URISyntaxException {
        return new URI("http", null, Equipment.INSECURE_HOST, base.getPort(), base.getPath(), null, null);
    }
}
