package org.visavis.websocket;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.visavis.room.Outbox;
import org.visavis.settings.RoomLimits;
import org.visavis.settings.ServerLimits;

/** The limits in PROTOCOL.md are those of the endpoints. */
class LimitsDocumentTest {
    private final String document = Files.readString(Path.of("PROTOCOL.md"));

    LimitsDocumentTest() throws IOException {}

    @Test
    void theLimitsAreThoseOfTheCode() {
        assertLimit("a message", "%,d characters", MessageAssembler.MAX_LENGTH);
        assertLimit("silence from a client", "%d s", Liveness.MAX_SILENCE / 1000 + 1);
        assertLimit("time to `join`", "%d s", SignalingEndpoint.JOIN_TIME / 1000);
        assertLimit(
                "errors told on a connection",
                "%d at once, %d a second",
                Connection.MAX_ERRORS,
                Connection.ERRORS_A_SECOND);
        assertLimit(
                "waiting for a slow client",
                "%,d characters, %,d messages, %d s for one message",
                Outbox.MAX_LENGTH,
                Outbox.MAX_MESSAGES,
                SessionOutbox.MAX_SEND_TIME / 1000);
    }

    @Test
    void whatAClientMaySayIsWhatIsAllowed() {
        int rate = ServerLimits.usual().sendRate();
        assertLimit(
                "messages passed on for a client, once for each recipient",
                "%,d characters and %,d messages at once, %,d characters and %,d messages a second",
                SendAllowance.CHARACTERS_AT_ONCE,
                SendAllowance.MESSAGES_AT_ONCE,
                rate,
                rate / SendAllowance.CHARACTERS_OF_A_MESSAGE);
        assertLimit(
                "messages of one client that wait to be passed on",
                "%,d characters, %,d messages",
                Inbox.MAX_LENGTH,
                Inbox.MAX_MESSAGES);
    }

    @Test
    void theHistorysLimitsAreThoseOfTheRooms() {
        RoomLimits usual = RoomLimits.DEFAULT;
        assertLimit(
                "the room's history",
                "%d s, %,d messages, %,d characters",
                usual.resume().toSeconds(),
                usual.historyMessages(),
                usual.historyLength());
        assertLimit("a place kept for a lost connection", "%d s", usual.resume().toSeconds());
    }

    private void assertLimit(String what, String limit, Object... values) {
        String row = "| " + what + " | " + String.format(Locale.ROOT, limit, values);
        assertTrue(document.contains(row), row);
    }
}
