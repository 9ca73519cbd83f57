package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.visavis.Deployments;

/** What loading the page costs: counted, since time on a shared machine says nothing. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PageLoadIT {
    /** Before compression, with the largest language. */
    private static final int MAX_BYTES = 150_000;

    /** One for each module, as there is no build step; few enough for a server that speaks nothing but HTTP/1.1. */
    private static final int MAX_REQUESTS = 50;

    @RegisterExtension
    final People people = new People();

    @ArquillianResource
    URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.war();
    }

    @Test
    void everythingTogetherIsSmall() {
        Person ada = people.person("Ada");
        ada.context().addInitScript("localStorage.setItem('visavis.language', 'ar')");
        List<Response> responses = loads(ada);
        ada.awaits("html[lang=ar]");
        int bytes = responses.stream()
                .filter(response -> response.status() == 200)
                .mapToInt(response -> response.body().length)
                .sum();
        System.out.println("The page: " + bytes + " bytes in " + responses.size() + " requests");
        assertTrue(bytes < MAX_BYTES, bytes + " bytes");
        assertTrue(responses.size() <= MAX_REQUESTS, responses.size() + " requests");
    }

    @Test
    void theFormIsSeenBeforeAnyScript() {
        Person ada = people.person("Ada");
        ada.page().route("**/*.js", script -> {}); // none ever comes
        ada.page().navigate(base + "webrtc.html", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        ada.awaits("#lobby #name");
        ada.awaits("#join:disabled");
        ada.photograph("without-scripts");
    }

    @Test
    void whatIsEnteredBeforeTheScriptsStays() {
        Person ada = people.person("Ada");
        List<Route> held = new ArrayList<>();
        ada.page().route("**/webrtc.js", held::add);
        ada.page().navigate(base + "webrtc.html", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        ada.page().fill("#name", "Ada L");
        ada.page().fill("#room", "early");
        ada.page().waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);
        ada.awaits("#join:enabled");
        ada.page().keyboard().type("-bird");
        assertEquals("Ada L", ada.page().inputValue("#name"));
        assertEquals("early-bird", ada.page().inputValue("#room"));
    }

    /** The server is asked about each file, so that a redeploy is seen at once, and says that it is still the same. */
    @Test
    void theSecondTimeNothingIsSentAgain() {
        Person ada = people.person("Ada");
        loads(ada);
        List<String> answers = loads(ada).stream()
                .map(response -> response.status() + " " + response.url().replaceAll("[?].*|.*/", ""))
                .filter(answer ->
                        answer.matches(".*\\.(js|css)")) // of documents Chromium tells what the cache made of it
                .toList();
        assertTrue(answers.size() > 20, answers::toString);
        assertEquals(
                List.of(),
                answers.stream().filter(answer -> !answer.startsWith("304")).toList());
    }

    private List<Response> loads(Person person) {
        List<Response> responses = new ArrayList<>();
        person.page().onResponse(responses::add);
        person.opens(base + "webrtc.html").awaits("body[data-state=lobby]");
        return responses.stream()
                .filter(response -> !response.url().contains("/people?")) // asked again and again, sooner or later
                .toList();
    }
}
