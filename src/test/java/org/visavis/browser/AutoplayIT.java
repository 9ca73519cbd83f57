package org.visavis.browser;

import static com.microsoft.playwright.options.WaitUntilState.COMMIT;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForConsoleMessageOptions;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.visavis.Deployments;

/**
 * One who is in a call without having touched its page, and without camera and microphone: browsers let such a page play
 * pictures, but no sound. Nothing is evaluated in it, as that counts as a touch: it tells by itself what is seen and heard.
 */
class AutoplayIT extends ChangedPage {
    private static final HostSite PORTAL = new HostSite();

    @Deployment(testable = false)
    static WebArchive war() {
        return Deployments.warWith("visavis.embed.origins", PORTAL.origin());
    }

    @AfterAll
    static void close() {
        PORTAL.close();
    }

    @Test
    void afterAReloadThePictureIsThereAtOnceAndAClickAnywhereBringsTheSound() {
        people.person("Grace").opens(base, "reload").joins();
        Person ada = joinsByKeys(Equipment.OBSERVED, "reload");
        sees(ada, "\"touched\":true.*\"asked\":false.*\"pictures\":1,\"sounds\":1");

        ada.page().reload(new Page.ReloadOptions().setWaitUntil(COMMIT));
        sees(ada, "\"touched\":false,\"state\":\"call\".*\"asked\":true.*\"pictures\":1,\"sounds\":0");
        ada.page().mouse().click(640, 300);
        sees(ada, "\"touched\":true.*\"asked\":false.*\"pictures\":1,\"sounds\":1");
    }

    /** As browsers do when their own picture in picture is closed, or for a headset's button. */
    @Test
    void whatTheBrowserHasPausedPlaysOn() {
        Person grace = people.person("Grace").opens(base, "paused").joins();
        Person ada = people.person("Ada").opens(base, "paused").joins();
        ada.sees(grace);
        ada.tileOf(grace).locator("video").evaluate("(video) => video.pause()");
        ada.sees(grace);
        ada.seesAndHears(1);
    }

    @Test
    void aKeyBringsTheSoundOfAllAndOfThoseWhoComeLater() {
        people.person("Grace", Equipment.FRUGAL).opens(base, "key").joins();
        people.person("Hedy", Equipment.FRUGAL).opens(base, "key").joins();
        Person ada = joinsByKeys(Equipment.OBSERVED, "key");
        sees(ada, "\"pictures\":2,\"sounds\":2");
        ada.page().reload(new Page.ReloadOptions().setWaitUntil(COMMIT));
        sees(ada, "\"touched\":false.*\"asked\":true.*\"pictures\":2,\"sounds\":0");
        ada.page().keyboard().press("ArrowDown");
        sees(ada, "\"asked\":false.*\"pictures\":2,\"sounds\":2");
        people.person("Katherine", Equipment.FRUGAL).opens(base, "key").joins();
        sees(ada, "\"asked\":false.*\"pictures\":3,\"sounds\":3");
    }

    /** A tab that the browser restores has its storage, and nobody has touched it. */
    @Test
    void aRestoredTabIsInTheCallAndOneWhoComesLaterIsSeenToo() {
        Person ada = people.person("Ada", Equipment.OBSERVED);
        ada.context().addInitScript("""
                localStorage.visits = Number(localStorage.visits ?? 0) + 1;
                if (localStorage.visits === "2") {
                  const place = { room: "restored", name: "Ada", microphone: true, camera: true, time: Date.now() };
                  sessionStorage.setItem("visavis.place", JSON.stringify(place));
                }""");
        ada.page().navigate(base + "webrtc.html?room=restored", new Page.NavigateOptions().setWaitUntil(COMMIT));
        sees(ada, "\"state\":\"lobby\"");
        ada.page().reload(new Page.ReloadOptions().setWaitUntil(COMMIT));
        sees(ada, "\"touched\":false,\"state\":\"call\".*\"asked\":false.*\"pictures\":0");
        Person grace = people.person("Grace").opens(base, "restored").joins();
        sees(ada, "\"touched\":false.*\"asked\":true.*\"pictures\":1,\"sounds\":0");
        grace.leaves();
        sees(ada, "\"touched\":false.*\"asked\":false.*\"pictures\":0"); // nothing is withheld any more
    }

    @Test
    void aCallThatBeginsByItselfWithinAnotherPage() throws IOException {
        people.person("Grace").opens(base, "embedded").joins();
        Person ada = people.person("Ada", Equipment.OBSERVED)
                .mayComplain("asked another host, " + Pattern.quote(base.toString()));
        String address = PORTAL.serves(
                "/autojoin", EmbeddingIT.example(base, "room=\"embedded\" name=\"Ada\" autojoin"), Map.of());
        ada.page().navigate(address, new Page.NavigateOptions().setWaitUntil(COMMIT));
        sees(ada, "\"touched\":false,\"state\":\"call\".*\"asked\":true.*\"pictures\":1,\"sounds\":0");
        ada.page().mouse().click(900, 700); // beside the frame: the click is the site's, which lets the frame play
        sees(ada, "\"touched\":false.*\"asked\":false.*\"pictures\":1,\"sounds\":1");
    }

    /** Browsers let a page play that records. */
    @Test
    void oneWithAMicrophoneHearsAtOnce() {
        people.person("Grace").opens(base, "records").joins();
        Person ada = joinsByKeys(Equipment.OBSERVED_WITH_DEVICES, "records");
        sees(ada, "\"pictures\":1,\"sounds\":1");
        ada.page().reload(new Page.ReloadOptions().setWaitUntil(COMMIT));
        sees(ada, "\"touched\":false,\"state\":\"call\".*\"asked\":false.*\"pictures\":1,\"sounds\":1");
    }

    private Person joinsByKeys(Equipment equipment, String room) {
        Person ada = people.person("Ada", equipment);
        ada.page().navigate(base + "webrtc.html?room=" + room, new Page.NavigateOptions().setWaitUntil(COMMIT));
        sees(ada, "\"state\":\"lobby\"");
        ada.page().keyboard().type("Ada");
        sees(ada, "\"name\":\"Ada\"");
        ada.page().keyboard().press("Enter");
        return ada;
    }

    /** Waits until the page tells so. */
    private static void sees(Person person, String regex) {
        Pattern seen = Pattern.compile("^SEEN .*" + regex);
        person.page()
                .waitForConsoleMessage(
                        new WaitForConsoleMessageOptions()
                                .setPredicate(
                                        message -> seen.matcher(message.text()).find()),
                        () -> {});
    }
}
