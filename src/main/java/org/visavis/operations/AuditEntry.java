package org.visavis.operations;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Consumer;
import org.visavis.access.Identity;
import org.visavis.room.LeaveReason;
import org.visavis.room.RoomListener.Refusal;
import org.visavis.room.RoomListener.Visit;

/**
 * One line of the audit log: a JSON object, in which members about which nothing is known are left out.
 *
 * @param time when it happened; written in UTC with milliseconds
 * @param event what happened, such as {@code joined}
 * @param details writes the members after these two; runs on the thread that writes the log
 */
record AuditEntry(Instant time, String event, Consumer<JsonGenerator> details) {
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    /** Unlike {@link Instant#toString} it always writes the milliseconds, so that the text sorts as the time does. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** Longer texts are cut. Only the origin that a stranger sends can be longer. */
    private static final int MAX_LENGTH = 200;

    /** Something about the server. */
    static AuditEntry of(Instant time, String event) {
        return new AuditEntry(time, event, json -> {});
    }

    /** Entries that are not in the log, and how many. */
    static AuditEntry missing(Instant time, String event, long count) {
        return new AuditEntry(time, event, json -> json.write("count", count));
    }

    static AuditEntry of(Instant time, String event, Visit visit) {
        return new AuditEntry(time, event, json -> write(json, visit));
    }

    static AuditEntry left(Instant time, Visit visit, LeaveReason reason) {
        return new AuditEntry(time, "left", json -> write(json.write("reason", reason.code()), visit));
    }

    static AuditEntry refused(Instant time, Refusal refusal) {
        return new AuditEntry(time, "refused", json -> {
            json.write("code", refusal.code());
            write(json, "room", refusal.room());
            write(json, refusal.user());
            write(json, "address", refusal.address());
            write(json, "origin", refusal.origin());
        });
    }

    static AuditEntry administered(Instant time, String event, String room, String by, String address) {
        return new AuditEntry(time, event, json -> {
            write(json, "room", room);
            write(json, "by", by);
            write(json, "address", address);
        });
    }

    /** The day in UTC. */
    LocalDate day() {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /** The line with its end. JSON escapes line ends within it, so that nobody can forge a line. */
    String line() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = GENERATORS.createGenerator(text)) {
            json.writeStartObject().write("time", TIME.format(time)).write("event", event);
            details.accept(json);
            json.writeEnd();
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator json, Visit visit) {
        write(json, "room", visit.room());
        write(json, "id", visit.id());
        write(json, visit.identity());
        write(json, "role", visit.identity().role().code());
        write(json, "address", visit.address());
    }

    private static void write(JsonGenerator json, Identity person) {
        if (person != null) {
            json.write("name", person.name()).write("verified", person.verified());
            if (person.grant() != null) {
                write(json, "token", person.grant().token());
                write(json, "user", person.grant().user());
            }
        }
    }

    private static void write(JsonGenerator json, String member, String value) {
        if (value != null) {
            json.write(member, value.substring(0, Math.min(value.length(), MAX_LENGTH)));
        }
    }
}
