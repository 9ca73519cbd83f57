package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people write and send to each other goes from browser to browser, and arrives as it was sent. */
class ConversationIT extends DeployedPage {
    /** More than may be on its way at once, so that the receiver's confirmations count. */
    private static final int SIZE = 24 * 1024 * 1024 + 12_345;

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadByAllAndIsNothingButText() {
        Person ada = people.person("Ada").opens(base, "chat").joins();
        Person grace = people.person("Grace").opens(base, "chat").joins();
        ada.seesAndHears(1);
        ada.writes(
                "Hello <b>you</b>\n<script>document.title = 'bad'</script> https://example.org/a?b=c&d, (http://x.test/a_(b)).");
        grace.awaits("#unread:text-is('1')");
        grace.page().keyboard().press("t");
        Locator words = grace.page().locator(".said .words");
        assertEquals(
                "Hello <b>you</b>\n<script>document.title = 'bad'</script> https://example.org/a?b=c&d, (http://x.test/a_(b)).",
                words.textContent());
        assertEquals("pre-wrap", words.evaluate("(words) => getComputedStyle(words).whiteSpace"));
        Locator links = grace.page().locator(".said a");
        assertEquals(2, links.count());
        assertEquals("https://example.org/a?b=c&d", links.nth(0).getAttribute("href"));
        assertEquals("http://x.test/a_(b)", links.nth(1).getAttribute("href"));
        assertEquals("noopener noreferrer", links.nth(0).getAttribute("rel"));
        assertEquals("chat · Visavis", grace.page().title());
        grace.hasElement("#unread[hidden]");
        grace.writes("Good morning");
        ada.awaits(".said .name:text-is('Grace')");

        Person hedy = people.person("Hedy").opens(base, "chat").joins();
        hedy.awaits("#unread:text-is('2')");
        hedy.page().click("#open-chat");
        hedy.awaits(".said .words:text-is('Good morning')");
        hedy.photograph("chat");
        hedy.page().keyboard().press("Escape");
        hedy.hasElement("#side[hidden]");
        assertEquals("open-chat", hedy.page().evaluate("() => document.activeElement.id"));
    }

    @Test
    void nothingThatIsWrittenIsCutWithoutAWord() {
        Person ada = people.person("Ada").opens(base, "long").joins();
        Person grace = people.person("Grace").opens(base, "long").joins();
        ada.seesAndHears(1);
        ada.page().click("#open-chat");
        grace.page().click("#open-chat");
        ada.page().keyboard().insertText("0123456789".repeat(600)); // as it is pasted; the field has the focus
        assertEquals(6_000, ada.page().inputValue("#words").length());
        ada.page().keyboard().press("Enter");
        grace.awaits(".said");
        assertEquals(6_000, grace.page().locator(".said .words").textContent().length());

        ada.page().keyboard().insertText("0123456789".repeat(990));
        ada.awaits("#words-length:text-is('100 characters left')");
        ada.page().keyboard().insertText("0".repeat(99));
        ada.awaits("#words-length:text-is('1 character left')");
        ada.page().keyboard().insertText("0".repeat(11));
        ada.awaits("#words-length:text-is('10 characters too many')");
        ada.page().keyboard().press("Enter");
        ada.isTold("too-long");
        ada.photograph("too-long");
        ada.looksForBarriers("too long a message");
        assertEquals(10_010, ada.page().inputValue("#words").length());
        ada.page().fill("#words", "short");
        ada.hasElement("#words-length[hidden]");
        ada.page().keyboard().press("Enter");
        grace.awaits(".said .words:text-is('short')");
        assertEquals(2, grace.page().locator(".said").count());
    }

    /** The layout is asked for once, however many come at once: each time would cost as much as all of them. */
    @Test
    void aLongChatStaysSmall() {
        Person ada = people.person("Ada").opens(base, "many").joins();
        ada.page().click("#open-chat");
        Object asked = ada.page().evaluate("""
                async () => {
                  const { ChatPanel } = await import(new URL("js/chat/chat-panel.js", document.baseURI));
                  const list = document.getElementById("messages");
                  const height = Object.getOwnPropertyDescriptor(Element.prototype, "scrollHeight").get;
                  let asked = 0;
                  Object.defineProperty(list, "scrollHeight", { get() { asked++; return height.call(this); } });
                  const panel = new ChatPanel();
                  for (let i = 0; i < 3000; i++) panel.add({ key: `${i}`, time: Date.now(), name: "Grace", text: `message ${i}` });
                  return asked;
                }""");
        assertEquals(1, asked);
        assertEquals(1_000, ada.page().locator(".said").count());
        assertEquals(
                "Earlier messages are no longer shown.",
                ada.page().locator("#messages .note").first().textContent());
        assertEquals("message 2999", ada.page().locator(".said .words").last().textContent());
        ada.until(
                "() => { const list = document.getElementById('messages');"
                        + " return list.scrollTop + list.clientHeight > list.scrollHeight - 5; }",
                "");
        ada.photograph("many");
    }

    @Test
    void aFileArrivesAsItWasSent() throws IOException {
        Path file = file("plan of the house.bin", SIZE);
        Person ada = people.person("Ada").opens(base, "file").joins();
        Person grace = people.person("Grace").opens(base, "file").joins();
        ada.seesAndHears(1);
        ada.page().click("#open-chat");
        ada.page().setInputFiles("#file", file);
        grace.page().click("#open-chat");
        grace.awaits(".transfer .accept");
        grace.photograph("file-offered");
        Download download = grace.page().waitForDownload(() -> grace.page().click(".transfer .accept"));
        assertEquals("plan of the house.bin", download.suggestedFilename());
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(download.path()));
        ada.awaits(".transfer[data-state=done]");
        ada.photograph("file-sent");
        ada.seesAndHears(1);
    }

    @Test
    void anEmptyFileArrivesToo() throws IOException {
        Person ada = people.person("Ada").opens(base, "empty").joins();
        Person grace = people.person("Grace").opens(base, "empty").joins();
        ada.seesAndHears(1);
        ada.page().click("#open-chat");
        ada.page().setInputFiles("#file", file("nothing.txt", 0));
        grace.page().click("#open-chat");
        grace.awaits(".transfer .accept");
        Download download = grace.page().waitForDownload(() -> grace.page().click(".transfer .accept"));
        assertEquals(0, Files.size(download.path()));
    }

    @Test
    void aFileIsRefusedOrStoppedByEitherSide() throws IOException {
        Path file = file("large.bin", 96 * 1024 * 1024);
        Person ada = people.person("Ada").opens(base, "stop").joins();
        Person grace = people.person("Grace").opens(base, "stop").joins();
        ada.seesAndHears(1);
        ada.page().click("#open-chat");
        grace.page().click("#open-chat");

        ada.page().setInputFiles("#file", file);
        grace.page().click(".transfer[data-state=offered] .cancel");
        ada.awaits(".transfer[data-state=refused]");

        ada.page().setInputFiles("#file", file);
        grace.page().click(".transfer[data-state=offered] .accept");
        grace.until("() => document.querySelector('.transfer[data-state=moving] progress')?.value > 0", "");
        grace.photograph("file-moving");
        grace.page().click(".transfer[data-state=moving] .cancel");
        ada.awaits(".transfer[data-state=cancelled]");

        ada.page().setInputFiles("#file", file);
        grace.page().click(".transfer[data-state=offered] .accept");
        ada.until("() => document.querySelector('.transfer[data-state=moving] progress')?.value > 0", "");
        ada.page().click(".transfer[data-state=moving] .cancel");
        grace.until("() => document.querySelectorAll('.transfer[data-state=cancelled]').length === 2", "");
        ada.seesAndHears(1);
    }

    /** Browsers tell nobody of a channel that ended with the page's own connection. */
    @Test
    void theSenderIsToldWhenNothingArrivesAnyMore() throws IOException {
        Person ada = people.person("Ada").opens(base, "gone").joins();
        Person grace = people.person("Grace").opens(base, "gone").joins();
        ada.seesAndHears(1);
        ada.page().click("#open-chat");
        grace.page().click("#open-chat");
        ada.page().setInputFiles("#file", file("large.bin", 96 * 1024 * 1024));
        grace.page().click(".transfer[data-state=offered] .accept");
        ada.until("() => document.querySelector('.transfer[data-state=moving] progress')?.value > 0", "");
        ada.page().evaluate("() => recorder.live().forEach((connection) => connection.close())");
        ada.awaits(".transfer[data-state=broken]");
        grace.awaits(".transfer[data-state=broken]");
    }

    private Path file(String name, int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }
}
