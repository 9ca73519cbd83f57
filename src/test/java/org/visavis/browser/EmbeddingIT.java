package org.visavis.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.visavis.Deployments;
import org.visavis.docs.DocBlock;

/** Calls within a page of another site: the page of docs/embedding.md, as its readers try it. */
class EmbeddingIT extends ChangedPage {
    /** In the setting. */
    private static final HostSite PORTAL = new HostSite();

    /** Not in the setting. */
    private static final HostSite STRANGER = new HostSite();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.warWith("visavis.embed.origins", "https://wiki.example, " + PORTAL.origin());
    }

    @AfterAll
    static void close() {
        PORTAL.close();
        STRANGER.close();
    }

    @Test
    void oneWithinASiteAndOneOutsideSeeAndHearEachOther() throws IOException {
        Person grace = people.person("Grace").opens(base, "both").joins();
        Person ada = visitor("Ada").opens(portal("both", "room=\"both\" name=\"Ada\""));
        assertThat(within(ada, "#name")).hasValue("Ada");
        ada.page().click("#join");
        within(ada, "body[data-state=call]").waitFor();
        isTold(ada, "joined .*\"name\":\"Ada\",\"room\":\"both\"");
        isTold(ada, "peers \\[\\{\"id\":\".*\",\"name\":\"Grace\",\"verified\":false,\"role\":\"participant\"}]");
        grace.sees(ada);
        grace.seesAndHears(1);
        seesAndHears(frame(ada));
        ada.photograph("portal");

        ada.page().click("#mute");
        grace.seesOf(ada, "microphone", "off");
        isTold(ada, "status \\{\"microphone\":false,\"camera\":true}");
        ada.page().click("#mute");
        grace.seesOf(ada, "microphone", "on");
        call(ada, "setCamera(false)");
        grace.seesOf(ada, "camera", "off");
        isTold(ada, "status \\{\"microphone\":true,\"camera\":false}");
        call(ada, "setCamera(true)");
        grace.seesOf(ada, "camera", "on");
        grace.seesAndHears(1);

        ada.page().click("#hang-up");
        isTold(ada, "left");
        within(ada, "body[data-state=left]").waitFor();
        grace.seesNoTileOf(ada);
        ada.page().click("#join");
        grace.sees(ada);
        grace.leaves();
        isTold(ada, "peers \\[]");
    }

    @Test
    void theAttributesSayWhereAndWhoAndWhen() throws IOException {
        Person ada = visitor("Ada").opens(portal("attributes", "room=\"one\""));
        within(ada, "body[data-state=lobby]").waitFor();
        call(ada, "join()");
        within(ada, "#name:focus:invalid")
                .waitFor(); // the person is asked; an empty field is invalid before any script has run
        call(ada, "setAttribute('name', 'Ada')");
        assertThat(within(ada, "#name")).hasValue("Ada");
        call(ada, "join()");
        isTold(ada, "joined .*\"room\":\"one\"");

        call(ada, "setAttribute('room', 'two')");
        isTold(ada, "left");
        within(ada, "body[data-state=lobby]").waitFor();
        assertThat(within(ada, "#room")).hasValue("two");

        call(ada, "setAttribute('autojoin', '')");
        call(ada, "setMicrophone(false)");
        call(ada, "setAttribute('room', 'three')");
        isTold(ada, "joined .*\"room\":\"three\"");
        call(ada, "setAttribute('room', 'Team Meeting')");
        isTold(ada, "joined .*\"room\":\"Team Meeting\"");
        call(ada, "setAttribute('room', '\\u200b')");
        isTold(ada, "error .*\"code\":\"invalid-room\".*");
        within(ada, "body[data-state=lobby]").waitFor();
    }

    @Test
    void whatIsSaidBeforeThePageIsThereWaitsForIt() throws IOException {
        Person grace = people.person("Grace").opens(base, "early").joins();
        Person ada = visitor("Ada").opens(portal("early", "room=\"nowhere\" name=\"Ada\""));
        ada.page()
                .evaluate("() => { const call = document.querySelector('visavis-call'); call.remove();"
                        + " call.setAttribute('room', 'early'); call.join(); call.setMicrophone(false);"
                        + " document.body.append(call); }");
        grace.sees(ada);
        grace.seesOf(ada, "microphone", "off");
        ada.page().evaluate("() => document.querySelector('visavis-call').remove()");
        isTold(ada, "left");
        grace.seesNoTileOf(ada);
    }

    @Test
    void aCameraThatOpensAfterTheHostHasEndedTheCallIsClosed() throws IOException {
        Person ada = people.person("Ada", Equipment.SLOW_DEVICES)
                .mayComplain("asked another host, " + Pattern.quote(base.toString()))
                .opens(portal("late-camera", "room=\"late-camera\" name=\"Ada\" autojoin"));
        isTold(ada, "status \\{\"microphone\":true,\"camera\":true}");
        isTold(ada, "joined ");
        call(ada, "setCamera(false)");
        within(ada, "#camera[aria-pressed=false]").waitFor();
        frame(ada).evaluate("() => devices.hold()");
        call(ada, "setCamera(true)");
        frame(ada).evaluate("() => recorder.until(() => devices.waiting() === 1)");
        call(ada, "hangUp()");
        within(ada, "body[data-state=left]").waitFor();
        frame(ada).evaluate("() => devices.release()");
        frame(ada).evaluate("() => recorder.until(() => devices.live() === '')");
    }

    @Test
    void aHostThatAnswersLateIsToldWhatHasHappened() throws IOException {
        String frame = DocBlock.named("embedding/frame").replace("https://visavis.example/visavis/", base.toString());
        String host = frame
                + "<ul id=events></ul><script>addEventListener('message', ({ data: { type, detail } }) => events.append(Object.assign("
                + "document.createElement('li'), { textContent: type + ' ' + JSON.stringify(detail) })))</script>";
        Person ada = visitor("Ada").opens(PORTAL.serves("/late.html", host, Map.of()));
        ada.page()
                .frameLocator("iframe")
                .locator("#lobby-camera[aria-pressed=true]")
                .waitFor();
        ada.page().evaluate("() => frames[0].postMessage({ visavis: 1, type: 'hello' }, '*')");
        isTold(ada, "status \\{\"microphone\":true,\"camera\":true}");
    }

    @Test
    void whereCameraAndMicrophoneAreWithheldThePersonIsToldByWhom() throws IOException {
        Person grace = people.person("Grace").opens(base, "withheld").joins();
        String address = PORTAL.serves(
                "/withheld",
                example("room=\"withheld\" name=\"Ada\" autojoin"),
                Map.of("Permissions-Policy", "camera=(), microphone=()"));
        Person ada = visitor("Ada").mayComplain("Permissions policy violation").opens(address);
        isTold(ada, "error .*\"code\":\"camera-embedding\".*");
        within(ada, "#message[data-code=camera-embedding]").waitFor();
        ada.photograph("withheld");
        grace.seesOf(ada, "camera", "off");
        seesAndHears(frame(ada));
    }

    @Test
    void onlyTheCameraIsWithheld() throws IOException {
        String address = PORTAL.serves(
                "/camera", example("room=\"camera\" name=\"Ada\""), Map.of("Permissions-Policy", "camera=()"));
        Person ada = visitor("Ada").mayComplain("Permissions policy violation").opens(address);
        within(ada, "#message[data-code=camera-embedding]").waitFor();
        assertThat(within(ada, "#message-text")).not().containsText("microphone");
        isTold(ada, "status \\{\"microphone\":true,\"camera\":false}");
        ada.photograph("camera-withheld");
    }

    @Test
    void aSiteThatIsNotListedLoadsNeitherScriptNorPage() throws IOException {
        String frame = "<iframe src='" + base + "webrtc.html'></iframe>";
        Person mallory = visitor("Mallory")
                .mayComplain("blocked by CORS policy|net::ERR_FAILED|frame-ancestors")
                .opens(STRANGER.serves("/bad.html", example("room=\"bad\"").replace("<ul", frame + "<ul"), Map.of()));
        assertEquals(true, mallory.page().evaluate("() => customElements.get('visavis-call') === undefined"));
        assertTrue(mallory.page().frames().get(1).content().contains("ERR_BLOCKED_BY_RESPONSE"));
    }

    /** The browser looks at all sites around the page, up to the outermost. */
    @Test
    void aListedSiteWithinOneThatIsNotSaysThatThereIsNoAnswer() throws IOException {
        String frame = "<iframe src='" + portal("inner", "room=\"inner\"") + "'></iframe>";
        Person mallory = visitor("Mallory")
                .mayComplain("frame-ancestors|asked another host, " + Pattern.quote(PORTAL.origin()))
                .opens(STRANGER.serves("/around.html", frame, Map.of()));
        mallory.page()
                .frameLocator("iframe")
                .locator("#events li")
                .getByText("\"code\":\"no-answer\"")
                .waitFor();
    }

    /** Not even a frame beside it, which knows everything but is not around it. */
    @Test
    void nobodyElseIsObeyed() throws IOException {
        String stranger = STRANGER.serves(
                "/beside.html",
                "<script>parent.frames[0].postMessage({visavis: 1, type: 'hello'}, '*');"
                        + "parent.frames[0].postMessage({visavis: 1, type: 'name', detail: 'Mallory'}, '*');"
                        + "parent.frames[0].postMessage({visavis: 1, type: 'join'}, '*');</script>",
                Map.of());
        String host = "<iframe id=call allow='camera; microphone' src='" + base + "webrtc.html?room=alone'></iframe>";
        Person ada =
                visitor("Ada").mayComplain("asked another host").opens(PORTAL.serves("/open.html", host, Map.of()));
        FrameLocator page = ada.page().frameLocator("#call");
        page.locator("body[data-state=lobby]").waitFor();
        ada.page()
                .evaluate(
                        "stranger => new Promise(resolve => { const frame = document.createElement('iframe');"
                                + " frame.onload = resolve; frame.src = stranger; document.body.append(frame); })",
                        stranger);
        ada.page()
                .evaluate("() => { for (const message of [{ type: 'hello' }, { type: 'microphone', detail: false }])"
                        + " frames[0].postMessage({ visavis: 1, ...message }, '*') }");
        page.locator("#lobby-microphone[aria-pressed=false]").waitFor();
        assertThat(page.locator("body")).hasAttribute("data-state", "lobby");
        assertThat(page.locator("#name")).hasValue("");
    }

    /** A person whose browser loads the page of Visavis within that of the site. */
    private Person visitor(String name) {
        return people.person(name).mayComplain("asked another host, " + Pattern.quote(base.toString()));
    }

    private String portal(String path, String attributes) {
        return PORTAL.serves("/" + path + ".html", example(attributes), Map.of());
    }

    /** The page of the documentation, with another server and other attributes. */
    private String example(String attributes) {
        return example(base, attributes);
    }

    static String example(URI base, String attributes) {
        return DocBlock.named("embedding/portal")
                .replace("http://localhost:6655/", base.toString())
                .replace("room=\"daily\" name=\"Ada\"", attributes);
    }

    private static void call(Person person, String method) {
        person.page().evaluate("() => document.querySelector('visavis-call')." + method);
    }

    /** Waits until the list of the example says so, from the beginning of a line. */
    private static void isTold(Person person, String event) {
        Locator.FilterOptions hasText = new Locator.FilterOptions().setHasText(Pattern.compile("^" + event));
        person.page().locator("#events li").filter(hasText).first().waitFor();
    }

    private static Locator within(Person person, String selector) {
        return person.page().frameLocator("visavis-call iframe").locator(selector);
    }

    private static Frame frame(Person person) {
        return person.page().frames().get(1);
    }

    private static void seesAndHears(Frame frame) {
        frame.evaluate("() => recorder.mark()");
        for (String kind : List.of("video", "audio")) {
            frame.evaluate("kind => recorder.until(async () => await recorder.arriving(kind) === 1)", kind);
        }
    }
}
