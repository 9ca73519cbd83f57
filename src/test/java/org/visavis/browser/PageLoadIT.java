package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What loading the page costs: counted, since time on a shared machine says nothing. */
class PageLoadIT extends DeployedPage {
    /** What people wait for until they can press Join: as transferred, compressed, with headers, in the largest language. */
    private static final int MAX_BYTES = 64 * 1024;

    /** What is asked for when the form can be filled in; how soon after, the browser decides. */
    private static final Pattern LATE = Pattern.compile(
            "/(meeting|people-hint|device-choice|warm-up)\\.js$|/(call|tiles|side-panel)\\.css$|/people[?]");

    @Test
    void littleIsTransferredUntilOneCanJoin() {
        try (ExecutableWar war =
                new ExecutableWar(0)) { // which compresses; a stock Tomcat does not unless it is told to
            Person ada = people.person("Ada");
            ada.context().addInitScript("localStorage.setItem('visavis.language', 'ar')");
            ada.page().route(LATE, late -> {}); // if Join waited for one of these, it would never be enabled
            List<Response> responses = new ArrayList<>();
            ada.page().onResponse(responses::add);
            AtomicInteger bytes = transferredBy(ada);
            ada.opens(war.base() + "webrtc.html");
            ada.awaits("#join:enabled");
            int transferred = bytes.get();
            System.out.println("The page: " + transferred + " bytes in " + responses.size() + " requests");
            assertTrue(transferred > 10_000, "nothing was counted");
            assertTrue(transferred <= MAX_BYTES, transferred + " bytes");
            ada.awaits("html[lang=ar]");
        }
    }

    /** What a call needs comes while the person fills in the form. */
    @Test
    void theCallIsLoadedBeforeAnybodyJoins() {
        Person ada = people.person("Ada");
        ada.page()
                .waitForResponse(
                        "**/js/page/meeting.js",
                        () -> ada.opens(base + "webrtc.html").awaits("#join:enabled"));
    }

    @Test
    void aCallThatCannotBeLoadedIsAskedForAgain() {
        Person ada = people.person("Ada").mayComplain("ERR_FAILED");
        ada.page().route("**/js/page/meeting.js", Route::abort);
        ada.opens(base, "asked-again").knocks();
        ada.isTold("unreachable");
        ada.isTold("incomplete");
        ada.photograph("incomplete");
        ada.page().unroute("**/js/page/meeting.js");
        ada.awaits("body[data-state=call]");
    }

    @Test
    void whoDoesNotWaitForTheCallIsInTheLobbyAgain() {
        Person ada = people.person("Ada").mayComplain("ERR_FAILED");
        List<Route> held = new ArrayList<>();
        ada.page().route("**/js/page/meeting.js", held::add);
        ada.opens(base, "cancelled").knocks();
        ada.page().click("#cancel");
        ada.awaits("body[data-state=lobby]");
        held.forEach(Route::resume);
        ada.joins();
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

    /** Counts what the browser gets over the network from now on, as Chromium's own tools do. */
    private static AtomicInteger transferredBy(Person person) {
        AtomicInteger bytes = new AtomicInteger();
        CDPSession session = person.context().newCDPSession(person.page());
        session.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsInt()));
        session.send("Network.enable");
        return bytes;
    }

    private List<Response> loads(Person person) {
        List<Response> responses = new ArrayList<>();
        person.page().onResponse(responses::add);
        person.opens(base + "webrtc.html").awaits("body[data-state=lobby]");
        person.page().waitForLoadState(LoadState.NETWORKIDLE); // what a call needs comes after the form
        return responses.stream()
                .filter(response -> !response.url().contains("/people?")) // asked again and again, sooner or later
                .toList();
    }
}
