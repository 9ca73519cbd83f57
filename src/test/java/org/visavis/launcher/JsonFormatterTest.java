package org.visavis.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonFormatterTest {
    private static final String HOSTILE = "\"quoted\" \\ back\r\nline\u0000\u001b[31m\u2028 \ud83d\ude00 \ud83d half";

    @Test
    void aRecordIsOneLineWhateverIsInIt() {
        LogRecord record = new LogRecord(Level.WARNING, HOSTILE);
        record.setLoggerName("org.visavis.Test");
        record.setInstant(Instant.parse("2026-01-31T09:30:12Z"));
        record.setThrown(new IllegalStateException("two\nlines"));
        String line = new JsonFormatter().format(record);
        assertEquals(line.length() - 1, line.indexOf('\n'));
        assertTrue(line.strip().chars().allMatch(c -> c >= ' ' && c <= '~'), line);
        JsonObject read = Json.createReader(new StringReader(line)).readObject();
        assertEquals("2026-01-31T09:30:12.000Z", read.getString("time"));
        assertEquals("WARN", read.getString("level"));
        assertEquals("org.visavis.Test", read.getString("logger"));
        assertEquals(HOSTILE, read.getString("message"));
        assertTrue(read.getString("thrown").startsWith("java.lang.IllegalStateException: two\nlines"));
    }

    @Test
    void whatIsNotKnownIsEmptyOrLeftOut() {
        LogRecord record = new LogRecord(Level.FINE, null);
        record.setInstant(Instant.EPOCH);
        assertEquals(
                "{\"time\":\"1970-01-01T00:00:00.000Z\",\"level\":\"DEBUG\",\"logger\":\"\",\"message\":\"\"}\n",
                new JsonFormatter().format(record));
    }
}
