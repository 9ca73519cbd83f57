package org.visavis.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the other tests take for arrived, with a connection that counts as the test says. */
@Tag("browser")
@Tag("standalone")
class RecorderIT {
    @RegisterExtension
    final People people = new People();

    private Page page;

    @BeforeEach
    void connection() {
        page = people.person("Ada").opens("about:blank").page();
        page.evaluate("() => { globalThis.connection = new RTCPeerConnection(); }");
    }

    @Test
    void countsPicturesFromTheMarkOn() {
        marksAfter(video(1000));
        assertEquals(0, decoding("video", video(1005)));
        assertEquals(1, decoding("video", video(1006)));
    }

    /** As when an offer was rolled back: else nothing would count until there are as many as before. */
    @Test
    void countsPicturesOfAReceiverThatBeginsAnew() {
        marksAfter(video(1000));
        assertEquals(0, decoding("video", video(5)));
        assertEquals(1, decoding("video", video(6)));
    }

    @Test
    void countsSoundOfAReceiverThatBeginsAnew() {
        marksAfter(audio(480_000, 100_000));
        assertEquals(0, decoding("audio", audio(9_600, 4_800)));
        assertEquals(1, decoding("audio", audio(9_601, 4_800)));
    }

    /** The decoder makes up more than there is to play: fewer real ones than at the mark are no new beginning. */
    @Test
    void takesNoConcealedSoundForABeginning() {
        marksAfter(audio(480_000, 100_000));
        assertEquals(0, decoding("audio", audio(490_000, 110_001)));
    }

    private void marksAfter(Map<String, Object> stat) {
        counts(stat);
        page.evaluate("() => recorder.mark()");
    }

    private Object decoding(String kind, Map<String, Object> stat) {
        counts(stat);
        return page.evaluate("kind => recorder.decoding(kind)", kind);
    }

    private void counts(Map<String, Object> stat) {
        page.evaluate("stat => { connection.getStats = async () => new Map([[stat.id, stat]]); }", stat);
    }

    private static Map<String, Object> video(int frames) {
        return Map.of("type", "inbound-rtp", "id", "video", "kind", "video", "framesDecoded", frames);
    }

    private static Map<String, Object> audio(int samples, int concealed) {
        return Map.of(
                "type",
                "inbound-rtp",
                "id",
                "audio",
                "kind",
                "audio",
                "totalSamplesReceived",
                samples,
                "concealedSamples",
                concealed);
    }
}
