package org.visavis.operations.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.visavis.protocol.ErrorCode;
import org.visavis.room.RoomListener.Refusal;

class RecentErrorsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-31T12:00:30Z"));
    private final RecentErrors errors = new RecentErrors(now::get);

    @Test
    void areCountedByCodeAndNamedFromTheLast() {
        errors.failed(ErrorCode.ROOM_FULL, "10.1.2.3");
        errors.failed(ErrorCode.ROOM_FULL, null);
        errors.evicted(ErrorCode.TOO_SLOW);
        errors.refused(new Refusal("room-full", "daily", null, "10.1.2.3", null)); // told as a failure already
        errors.refused(new Refusal(Refusal.ORIGIN, "daily", null, "10.9.9.9", "https://evil.example"));
        JsonObject shown = shown();
        assertEquals(
                "{\"origin\":1,\"room-full\":2,\"too-slow\":1}",
                shown.get("counts").toString());
        assertEquals(
                "[{\"time\":T,\"code\":\"origin\",\"room\":\"daily\",\"address\":\"10.9.9.9\"},"
                        + "{\"time\":T,\"code\":\"too-slow\"},{\"time\":T,\"code\":\"room-full\"},"
                        + "{\"time\":T,\"code\":\"room-full\",\"address\":\"10.1.2.3\"}]",
                shown.get("last").toString().replace(Long.toString(now.get().toEpochMilli()), "T"));
    }

    @Test
    void areForgottenAfterAnHour() {
        errors.failed(ErrorCode.ROOM_FULL, null);
        now.set(now.get().plusSeconds(1_800));
        errors.failed(ErrorCode.SILENT, null);
        now.set(now.get().plusSeconds(1_830));
        assertEquals("{\"silent\":1}", shown().get("counts").toString());
        assertEquals(1, shown().getJsonArray("last").size());
        now.set(now.get().plusSeconds(7_200));
        assertEquals("{\"counts\":{},\"last\":[]}", shown().toString());
    }

    @Test
    void areBounded() {
        for (int i = 0; i < 10 * RecentErrors.MOST; i++) {
            errors.failed(ErrorCode.INVALID_JSON, "10.1.2." + i);
        }
        assertEquals(RecentErrors.MOST, shown().getJsonArray("last").size());
        assertEquals(10 * RecentErrors.MOST, shown().getJsonObject("counts").getInt("invalid-json"));
    }

    private JsonObject shown() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = Json.createGenerator(text)) {
            json.writeStartObject();
            errors.write(json);
            json.writeEnd();
        }
        return Json.createReader(new StringReader(text.toString())).readObject().getJsonObject("errors");
    }
}
