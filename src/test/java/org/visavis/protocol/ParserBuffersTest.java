package org.visavis.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.parsson.api.BufferPool;
import org.junit.jupiter.api.Test;

/** Buffers for Parsson, which is the implementation here. */
class ParserBuffersTest {
    private final Map<String, ?> configuration =
            ParserBuffers.configuration(JsonProvider.provider().getClass().getClassLoader());
    private final BufferPool buffers = (BufferPool) configuration.get(BufferPool.class.getName());

    @Test
    void aThreadGetsItsOwnAgain() {
        char[] first = buffers.take();
        buffers.recycle(first);
        assertSame(first, buffers.take());
    }

    @Test
    void noneIsLentTwice() {
        char[] first = buffers.take();
        char[] second = buffers.take();
        assertNotSame(first, second);
        buffers.recycle(first);
        assertNotSame(first, CompletableFuture.supplyAsync(buffers::take).join(), "another thread's");
    }

    @Test
    void oneThatHasGrownIsKeptUnlessItIsHuge() {
        char[] grown = new char[ParserBuffers.MAX_LENGTH];
        buffers.recycle(grown);
        assertSame(grown, buffers.take());
        char[] huge = new char[ParserBuffers.MAX_LENGTH + 1];
        buffers.recycle(huge);
        assertNotSame(huge, buffers.take());
    }

    @Test
    void aParserWithinAnotherOneReadsItsOwnText() {
        JsonParserFactory parsers = JsonProvider.provider().createParserFactory(configuration);
        String outerText = "[\"" + "a".repeat(10_000) + "\",\"b\"]";
        try (JsonParser outer = parsers.createParser(new StringReader(outerText))) {
            assertEquals(Event.START_ARRAY, outer.next());
            assertEquals("c", firstOf(parsers, "[\"c\"]"));
            assertEquals("a".repeat(10_000), next(outer));
            assertEquals("d", firstOf(parsers, "[\"d\"]"));
            assertEquals("b", next(outer));
        }
    }

    @Test
    void otherImplementationsAreNotConfigured() {
        assertEquals(Map.of(), ParserBuffers.configuration(ClassLoader.getPlatformClassLoader()));
    }

    private static String firstOf(JsonParserFactory parsers, String array) {
        try (JsonParser parser = parsers.createParser(new StringReader(array))) {
            assertEquals(Event.START_ARRAY, parser.next());
            return next(parser);
        }
    }

    private static String next(JsonParser parser) {
        assertEquals(Event.VALUE_STRING, parser.next());
        return parser.getString();
    }
}
