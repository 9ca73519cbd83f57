package org.visavis.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What decorates a call cannot end it: each part fails in turn, as it does in some browser or under some policy. */
class DecorationIT extends DeployedPage {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Two sample rates in Firefox; Web Audio switched off by policy; a browser without it
                "sample rates | AudioContext.prototype.createMediaStreamSource = fails",
                "Web Audio switched off | globalThis.AudioContext = fails",
                "no Web Audio | delete globalThis.AudioContext",
                "closing Web Audio | AudioContext.prototype.close = fails",
                "picture in picture | Document.prototype.exitPictureInPicture = fails;"
                        + " Object.defineProperty(Document.prototype, 'pictureInPictureEnabled', { value: undefined });"
                        + " Object.defineProperty(Document.prototype, 'pictureInPictureElement', { get: fails })",
                "milestones | performance.mark = performance.clearMarks = performance.getEntriesByName = fails",
                "frames | HTMLVideoElement.prototype.requestVideoFrameCallback = fails",
                "no frames | delete HTMLVideoElement.prototype.requestVideoFrameCallback",
                "sizes | globalThis.ResizeObserver = fails",
                "speakers | localStorage.setItem('visavis.speaker', 'gone'); HTMLMediaElement.prototype.setSinkId = fails",
                "speakers without answer | localStorage.setItem('visavis.speaker', 'gone');"
                        + " HTMLMediaElement.prototype.setSinkId = () => undefined",
                "numbers | Intl.NumberFormat = Intl.DateTimeFormat = Intl.ListFormat = fails",
                "languages | Object.defineProperty(Navigator.prototype, 'languages', { get: fails })",
                "storage | Object.defineProperty(globalThis, 'localStorage', { get: fails });"
                        + " Object.defineProperty(globalThis, 'sessionStorage', { get: fails })",
                "clipboard | Object.defineProperty(Navigator.prototype, 'clipboard', { get: fails })",
                "address | History.prototype.replaceState = fails",
                "list of devices | MediaDevices.prototype.enumerateDevices = fails",
                "dialogs | HTMLDialogElement.prototype.close = fails",
                "permissions | Permissions.prototype.query = fails",
                "full screen | Element.prototype.requestFullscreen = fails",
                "loudness | RTCRtpReceiver.prototype.getSynchronizationSources = fails",
            })
    void theCallGoesOnWithout(String what, String breaking) {
        String room = People.room();
        Person grace = people.person("Grace").opens(base, room).joins();
        Person ada = people.person("Ada").mayComplain("broken by the test|is not defined|not a constructor");
        ada.context()
                .addInitScript("(() => { const fails = function () { throw new Error('broken by the test'); };"
                        + breaking + " })()");
        ada.opens(base, room);
        ada.awaits("#lobby-microphone[aria-pressed=true]");
        ada.page().click("#lobby-microphone"); // a muted microphone is what is measured in a call
        ada.joins();
        ada.isNotToldAnyMore("connecting");
        ada.sees(grace);
        grace.sees(ada);
        grace.seesOf(ada, "microphone", "off");
        ada.presses("#microphone", true);
        grace.seesOf(ada, "microphone", "on");
        ada.presses("#microphone", false);
        grace.seesOf(ada, "microphone", "off");
        ada.page().click("#leave");
        ada.awaits("body[data-state=left]");
        grace.seesNoTileOf(ada);
        ada.joins();
        ada.sees(grace);
    }

    /** A form that nobody listens to would lead to another page. */
    @Test
    void withoutTheChatNothingThatIsWrittenEndsTheCall() {
        Person grace = people.person("Grace").opens(base, "speechless").joins();
        Person ada = people.person("Ada");
        ada.context().addInitScript("""
                const { getElementById } = Document.prototype;
                Document.prototype.getElementById = function (id) {
                  if (id === "attach") throw new Error("broken by the test");
                  return getElementById.call(this, id);
                };""");
        ada.opens(base, "speechless").joins();
        ada.page().locator("#open-chat").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        ada.page().click("#open-people");
        ada.page().evaluate("() => document.forms.namedItem('say').requestSubmit()");
        ada.sees(grace);
        ada.seesAndHears(1);
    }

    /** What listens to the others has begun to when the call ends, and cannot be closed. */
    @Test
    void aCallThatIsListenedToEnds() {
        Person grace = people.person("Grace").opens(base, "listened-to").joins();
        Person ada = people.person("Ada");
        ada.context().addInitScript("""
                AudioContext.prototype.close = () => { throw new Error("broken by the test"); };
                const { createMediaStreamSource } = AudioContext.prototype;
                AudioContext.prototype.createMediaStreamSource = function (stream) {
                  globalThis.listening ||= this.sampleRate === 8_000;
                  return createMediaStreamSource.call(this, stream);
                };""");
        ada.opens(base, "listened-to").joins();
        ada.sees(grace);
        ada.until("() => globalThis.listening", "");
        ada.leaves();
        grace.seesNoTileOf(ada);
    }

    /** A browser without `setSinkId`, picture in picture and full screen offers none of them. */
    @Test
    void whatTheBrowserCannotDoIsNotOffered() {
        Person ada = people.person("Ada");
        ada.context().addInitScript("""
                delete HTMLMediaElement.prototype.setSinkId;
                Object.defineProperty(Document.prototype, "pictureInPictureEnabled", { value: undefined });
                Object.defineProperty(Document.prototype, "fullscreenEnabled", { value: undefined });
                delete MediaDevices.prototype.getDisplayMedia;""");
        ada.opens(base, "lacking").joins();
        ada.page().click("#open-more");
        for (String offer : new String[] {"#choose-speaker", "#picture-in-picture", "#full-screen", "#screen"})
            ada.page().locator(offer).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        ada.awaits("#speaker-view");
    }
}
