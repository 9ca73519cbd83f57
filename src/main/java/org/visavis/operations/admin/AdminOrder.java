package org.visavis.operations.admin;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.visavis.access.AdministratorRefusal;
import org.visavis.room.Rooms;

/**
 * What an administrator has asked to be done: a path, and a JSON object, percent-encoded in a header. No request has a body, for
 * which a thread would wait, and addresses would be in logs.
 */
final class AdminOrder {
    private static final String HEADER = "Visavis-Order";

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private final String path;
    private final JsonObject details;

    private AdminOrder(String path, JsonObject details) {
        this.path = path;
        this.details = details;
    }

    /** Reads an order. Its details are empty if they are no JSON object. */
    static AdminOrder read(HttpServletRequest request) {
        return new AdminOrder(request.getPathInfo(), object(String.valueOf(request.getHeader(HEADER))));
    }

    private static JsonObject object(String encoded) {
        try (JsonReader reader =
                READERS.createReader(new StringReader(URLDecoder.decode(encoded, StandardCharsets.UTF_8)))) {
            return reader.readObject();
        } catch (JsonException | IllegalArgumentException | IllegalStateException e) { // the last from some parsers
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    /** Why it was not done; empty if it was. */
    Optional<AdministratorRefusal> carryOut(AdminActions.Actor actor, AdminActions actions) {
        return switch (path) {
            case "/drain" -> drain(actor, actions);
            case "/close" -> close(actor, actions);
            default -> announce(actor, actions);
        };
    }

    private Optional<AdministratorRefusal> drain(AdminActions.Actor actor, AdminActions actions) {
        JsonValue wanted = details.get("draining");
        if (wanted != JsonValue.TRUE && wanted != JsonValue.FALSE) {
            return Optional.of(AdministratorRefusal.INVALID_REQUEST);
        }
        actions.drain(actor, wanted == JsonValue.TRUE);
        return Optional.empty();
    }

    private Optional<AdministratorRefusal> close(AdminActions.Actor actor, AdminActions actions) {
        String room = Rooms.keyIfValid(text("room"));
        if (room == null) {
            return Optional.of(AdministratorRefusal.INVALID_REQUEST);
        }
        return actions.close(actor, room) ? Optional.empty() : Optional.of(AdministratorRefusal.NO_SUCH_ROOM);
    }

    private Optional<AdministratorRefusal> announce(AdminActions.Actor actor, AdminActions actions) {
        String text = text("text");
        String said = text == null ? "" : text.strip();
        String room = Rooms.keyIfValid(text("room"));
        boolean isReadable = !said.isEmpty() && said.length() <= AdminActions.MAX_TEXT;
        if (!isReadable || (room == null && details.containsKey("room"))) {
            return Optional.of(AdministratorRefusal.INVALID_REQUEST);
        }
        return actions.announce(actor, room, said) ? Optional.empty() : Optional.of(AdministratorRefusal.NO_SUCH_ROOM);
    }

    private String text(String member) {
        return details.get(member) instanceof JsonString text ? text.getString() : null;
    }
}
