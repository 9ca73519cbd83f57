package org.visavis.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.visavis.protocol.ErrorCode;
import org.visavis.protocol.ProtocolException;
import org.visavis.room.MemoryPool;

class MessageAssemblerTest {
    private static final String KIBI = "x".repeat(1024);

    private final MemoryPool memory = new MemoryPool(1_000_000);
    private long now;
    private final MessageAssembler assembler = new MessageAssembler(memory, () -> now);

    @Test
    void aMessageInOnePartIsThatPart() {
        assertEquals("one", assembler.text("one", true));
        assertEquals("", assembler.text("", true));
    }

    @Test
    void partsMakeAMessage() {
        for (int i = 0; i < 2; i++) {
            assertNull(assembler.text("on", false));
            assertNull(assembler.text("", false));
            assertEquals("one", assembler.text("e", true));
        }
    }

    @Test
    void theLongestMessageIsTaken() {
        for (int i = 0; i < 63; i++) {
            assertNull(assembler.text(KIBI, false));
        }
        assertEquals(KIBI.repeat(64), assembler.text(KIBI, true));
    }

    @Test
    void aLongerOneIsReadBeforeItIsRefused() {
        for (int i = 0; i < 1024; i++) {
            assertNull(assembler.text(KIBI, false));
        }
        assertRefused(ErrorCode.MESSAGE_TOO_LARGE, () -> assembler.text("", true));
    }

    @Test
    void oneWithoutAnEndIsNotReadForEver() {
        for (int i = 0; i < 4096; i++) {
            assertNull(assembler.text(KIBI, false));
        }
        assertRefused(ErrorCode.MESSAGE_TOO_LARGE, () -> assembler.text("x", false));
    }

    @Test
    void tellsWhatItHoldsAndForHowLong() {
        assembler.text("on", false);
        now += MessageAssembler.MAX_TIME;
        assertEquals(0, assembler.heldUp(), "over a slow network it takes its time");
        now += 7;
        assembler.text("", false);
        assertEquals(7, assembler.heldUp());
        assertTrue(memory.used() >= 4, "two bytes for each character");
        assembler.text("e", true);
        assertEquals(0, assembler.heldUp());
        assertEquals(0, memory.used());

        for (int i = 0; i <= 64; i++) {
            assertNull(assembler.text(KIBI, false));
        }
        assertEquals(0, memory.used(), "nothing is kept of what will be refused");
    }

    @Test
    void forgetsWhatIsDropped() {
        assembler.text("on", false);
        assembler.drop();
        assertEquals(0, memory.used());
        assertEquals(0, assembler.heldUp());
    }

    @Test
    void aBinaryOneIsReadBeforeItIsRefused() {
        assembler.binary(4 * 1024 * 1024, false);
        assertRefused(ErrorCode.BINARY_MESSAGE, () -> assembler.binary(0, true));
        assertRefused(ErrorCode.BINARY_MESSAGE, () -> assembler.binary(1, false));
    }

    private static void assertRefused(ErrorCode code, Executable deed) {
        assertEquals(code, assertThrows(ProtocolException.class, deed).code());
    }
}
