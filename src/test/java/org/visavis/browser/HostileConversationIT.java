package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Mallory, whose browser says what no page of ours would, can do to the chat and the files of others. */
class HostileConversationIT extends DeployedPage {
    @Test
    void whatIsToldOfOthersIsMarkedAndNobodysClockDecides() {
        Person mallory = mallory("told");
        Person ada = people.person("Ada").opens(base, "told").joins();
        ada.seesAndHears(1);
        ada.page().click("#open-chat");
        says(mallory, "{type: 'chat', message: {id: '1', time: 1e300, name: 'Grace', text: 'in the far future'}}");
        says(
                mallory,
                "{type: 'chat-history', message: {id: '2', from: 'x', time: 1e300, name: 'Grace', text: 'I resign'}}");
        says(
                mallory,
                "{type: 'chat-history', message: {id: '3', time: -1, name: 'Gr\\u202eace', text: 'without a writer'}}");
        says(mallory, "{type: 'chat-history', message: {id: '4', from: null, time: {}, name: [], text: 'nonsense'}}");
        says(mallory, "null");
        says(mallory, "{type: 'chat', message: {id: '5', time: 0, name: '', text: 'the end'}}");
        ada.awaits(".said .words:text-is('the end')");
        assertEquals(
                List.of("Mallory", "Grace", "Grace", "Mallory"),
                ada.page().locator(".said .name").allTextContents());
        assertEquals(
                List.of("", "according to Mallory", "according to Mallory", ""),
                ada.page().locator(".said .told").allTextContents());
        assertEquals(
                List.of("in the far future", "I resign", "without a writer", "the end"),
                ada.page().locator(".said .words").allTextContents());
        ada.writes("comes last");
        assertEquals("comes last", ada.page().locator(".said .words").last().textContent());
        ada.photograph("told");
        ada.looksForBarriers("chat");

        Person hedy = people.person("Hedy").opens(base, "told").joins();
        hedy.page().click("#open-chat");
        hedy.until("() => document.querySelectorAll('.said').length === 5", "");
        hedy.until("() => document.querySelectorAll('.told:not(:empty)').length <= 4", "");
        assertTrue(hedy.page()
                .locator(".said:has(.words:text-is('I resign')) .told")
                .textContent()
                .startsWith("according to "));
    }

    /** The mark of one's own name is beside it: a name that says the same does not look the same. */
    @Test
    void nobodyCanPassForOneself() {
        Person ada = people.person("Ada").opens(base, "oneself").joins();
        Person mallory = people.person("Ada (You)").opens(base, "oneself").joins();
        ada.seesAndHears(1);
        ada.sees(mallory);
        mallory.writes("I am you");
        ada.writes("I am Ada");
        ada.awaits(".said[data-own] .name:text-is('Ada')");
        ada.page().locator(".said").nth(1).waitFor();
        assertEquals(List.of("Ada"), ownNames(ada, ".said"));
        assertEquals(List.of("Ada"), ownNames(ada, "#tiles .tile"));
        ada.page().click("#open-people");
        assertEquals(List.of("Ada"), ownNames(ada, "#present-list li"));
        ada.photograph("oneself");
        ada.looksForBarriers("people");
    }

    private static List<String> ownNames(Person person, String places) {
        return person.page().locator(places + ":has(.own:visible) .name").allTextContents();
    }

    /** A message of many lines leaves room for the others until somebody wants to read all of it. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(booleans = {false, true})
    void aTallMessageIsFolded(boolean onPhone) {
        String room = People.room();
        Person mallory = mallory(room);
        Person ada = people.person("Ada", onPhone ? Equipment.PHONE : Equipment.COMPLETE)
                .opens(base, room)
                .joins();
        ada.seesAndHears(1);
        says(mallory, "{type: 'chat', message: {id: '1', time: 0, text: 'top' + '\\n'.repeat(500) + 'bottom'}}");
        ada.page().click("#open-chat");
        ada.awaits(".said[data-fold=folded] .unfold");
        ada.until("() => document.querySelector('.said').offsetHeight < 360", "");
        ada.photograph("folded-" + onPhone);
        ada.looksForBarriers("folded");
        ada.page().focus(".said .unfold");
        ada.page().keyboard().press("Enter");
        ada.until("() => document.querySelector('.said').offsetHeight > 10_000", "");
        ada.looksForBarriers("unfolded");
        ada.page().keyboard().press("Enter");
        ada.until("() => document.querySelector('.said').offsetHeight < 360", "");
        ada.until("() => document.activeElement.matches('.unfold')", "");
        ada.writes("short");
        ada.awaits(".said[data-own]:not([data-fold])");
    }

    @Test
    void aFloodCostsWhoeverSendsIt() {
        Person mallory = mallory("flood");
        Person ada = people.person("Ada").opens(base, "flood").joins();
        ada.seesAndHears(1);
        Person grace = people.person("Grace").opens(base, "flood").joins();
        ada.seesAndHears(2);
        ada.page().click("#open-chat");
        mallory.page()
                .evaluate("() => { for (let i = 0; i < 2000; i++) hostile.say({type: i % 2 ? 'chat' : 'chat-history',"
                        + " message: {id: `${i}`, from: 'x', time: 1, name: 'X', text: `flood ${i}`}}); }");
        ada.awaits("#messages .note:text('Mallory is sending too many messages')");
        grace.writes("Can anybody read this?");
        ada.awaits(".said .words:text-is('Can anybody read this?')");
        int entries = ada.page().locator(".said").count();
        assertTrue(entries > 100 && entries < 500, entries + " entries");
        assertEquals(1, ada.page().locator("#messages .note").count());
        ada.photograph("flood");
    }

    @Test
    void offersThatNobodyCouldAnswerAreRefused() {
        Person mallory = mallory("offers");
        Person ada = people.person("Ada").opens(base, "offers").joins();
        ada.seesAndHears(1);
        ada.page().click("#open-chat");
        mallory.page().evaluate("() => { for (let i = 0; i < 1000; i++) hostile.offer(`${i}.txt`, 3); }");
        mallory.until("() => hostile.closed === 970", "");
        ada.until("() => document.querySelectorAll('.transfer').length === 30", "");
        ada.awaits("#messages .note:text('Mallory is offering too many files')");
        assertEquals(1, ada.page().locator("#messages .note").count());
        ada.page()
                .setInputFiles("#file", new FilePayload("a.txt", "text/plain", "abc".getBytes(StandardCharsets.UTF_8)));
        ada.awaits(".transfer[data-own][data-state=offered]");
        ada.photograph("offers");
    }

    @Test
    void aFileIsThereWhenTheReceiverHasItAndNotWhenTheSenderSaysSo() {
        Person mallory = mallory("early");
        Person ada = people.person("Ada").opens(base, "early").joins();
        ada.seesAndHears(1);
        ada.page().click("#open-chat");
        mallory.page()
                .evaluate(
                        "() => hostile.offer('invoice\\u202efdp.exe', 3, ({accept}) => accept ? [{end: 'done'}] : [])");
        ada.page().click(".transfer .accept");
        ada.awaits(".transfer[data-state=broken]");
        assertEquals(
                "invoicefdp.exe", ada.page().locator(".transfer .file-name").textContent());
        mallory.page()
                .evaluate("() => { for (const size of [-1, NaN, 1e300, '3', null]) hostile.offer('a.txt', size); }");
        mallory.page().evaluate("() => hostile.offer('last.txt', 3)");
        ada.awaits(".transfer .file-name:text-is('last.txt')");
        assertEquals(2, ada.page().locator(".transfer").count());
    }

    private Person mallory(String room) {
        return people.person("Mallory", Equipment.HOSTILE).opens(base, room).joins();
    }

    /** As soon as anybody hears it. */
    private static void says(Person mallory, String message) {
        mallory.until("() => hostile.isHeard()", "");
        mallory.page().evaluate("() => hostile.say(" + message + ")");
    }
}
