package org.visavis.operations.admin;

import jakarta.json.stream.JsonGenerator;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.visavis.access.Identity;
import org.visavis.room.RoomReport;
import org.visavis.room.RoomUsage;
import org.visavis.room.Rooms;

/** The rooms, and who is in them. However many there are, only some are shown, and the total. */
public final class RoomsPart {
    /** How many rooms are shown: more than fit on a screen, and few enough for a phone. */
    static final int MOST = 100;

    private final Rooms rooms;
    private final InstantSource time;

    public RoomsPart(Rooms rooms, InstantSource time) {
        this.rooms = rooms;
        this.time = time;
    }

    /**
     * Writes the first rooms in the order of their names.
     *
     * @param filter a part of the name that each must have; empty for all
     */
    void write(JsonGenerator json, String filter) {
        RoomUsage usage = rooms.usage();
        String wanted = filter.toLowerCase(Locale.ROOT);
        List<String> names = rooms.names().stream()
                .filter(name -> name.contains(wanted))
                .sorted()
                .toList();
        json.writeStartObject("rooms")
                .write("total", usage.rooms())
                .write("participants", usage.participants())
                .write("matching", names.size())
                .writeStartArray("shown");
        names.stream().limit(MOST).flatMap(name -> rooms.report(name).stream()).forEach(report -> write(json, report));
        json.writeEnd().writeEnd();
    }

    private void write(JsonGenerator json, RoomReport report) {
        long now = time.millis();
        json.writeStartObject()
                .write("name", report.name())
                .write("since", now - report.age())
                .writeStartArray("participants");
        for (RoomReport.Person person : report.people()) {
            Identity identity = person.identity();
            json.writeStartObject()
                    .write("name", identity.name())
                    .write("verified", identity.verified())
                    .write("role", identity.role().code())
                    .write("since", now - person.age())
                    .write("away", person.away());
            if (person.address() != null) {
                json.write("address", person.address());
            }
            json.writeEnd();
        }
        json.writeEnd().writeEnd();
    }
}
