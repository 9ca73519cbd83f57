package org.visavis.operations.admin;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.visavis.access.AccessPolicy;
import org.visavis.access.AdministratorRefusal;
import org.visavis.access.AdministratorRequest;

/**
 * {@code admin/…}: what the administrator's page asks for, as docs/administrator.md describes it.
 *
 * <ul>
 *   <li>{@code GET admin/state?filter=…}: what there is to see
 *   <li>{@code POST admin/session}: comes in by a link, whose token is in the header {@code Authorization}
 *   <li>{@code POST admin/sign-out}
 *   <li>{@code POST admin/drain} with, in the header {@code Visavis-Order}, percent-encoded, {@code {"draining": true}}
 *   <li>{@code POST admin/close} with {@code {"room": "…"}}
 *   <li>{@code POST admin/announce} with {@code {"room": "…", "text": "…"}}; without the room, to all
 *   <li>{@code POST admin/check}: tries STUN and TURN servers, for some seconds; answers with {@code {"checked": [{"url": "…",
 *       "result": "works"}]}}, see {@code RelayCheck.Result}
 * </ul>
 *
 * A refusal is 401 if another login or link may help, otherwise 403, 429 after too many wrong links, 400 if the request
 * itself is wrong, or 404 if nobody is in the room; it has the body
 * {@code {"code": "not-administrator", "message": "…", "way": "login"}}.
 */
public final class AdminServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private static final int TOO_MANY_REQUESTS = 429;

    /** What only an administrator may post. */
    private static final Set<String> ORDERS = Set.of("/sign-out", "/drain", "/close", "/announce", "/check");

    private final transient AdminEntrance entrance;
    private final transient AdminActions actions;
    private final transient NetworkCheck check;
    private final transient RoomsPart rooms;
    private final transient List<StatePart> parts;

    /** @param parts what is shown beside the rooms */
    public AdminServlet(
            AdminEntrance entrance, AdminActions actions, NetworkCheck check, RoomsPart rooms, List<StatePart> parts) {
        this.entrance = entrance;
        this.actions = actions;
        this.check = check;
        this.rooms = rooms;
        this.parts = List.copyOf(parts);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"/state".equals(request.getPathInfo())) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else if (admits(entrance.read(request), response)) {
            String filter = request.getParameter("filter");
            answer(response, json -> {
                json.write("way", way());
                json.write("draining", actions.isDraining());
                parts.forEach(part -> part.write(json));
                rooms.write(json, filter == null ? "" : filter);
            });
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        if (path.equals("/session")) { // which nobody has yet
            finish(response, entrance.enter(request, response));
            return;
        }
        if (!ORDERS.contains(path)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        AdministratorRequest asked = entrance.read(request);
        if (!admits(asked, response)) {
            return;
        }
        switch (path) {
            case "/sign-out" -> {
                entrance.leave(request, response);
                finish(response, Optional.empty());
            }
            case "/check" -> answer(response, check::write);
            default -> {
                AdminActions.Actor actor = new AdminActions.Actor(asked.administrator(), asked.address());
                finish(response, AdminOrder.read(request).carryOut(actor, actions));
            }
        }
    }

    /** Whether somebody may ask for this; if not, the answer says why. */
    private boolean admits(AdministratorRequest asked, HttpServletResponse response) throws IOException {
        Optional<AdministratorRefusal> refusal = AccessPolicy.refusal(asked);
        if (refusal.isPresent()) {
            refuse(response, refusal.get());
        }
        return refusal.isEmpty();
    }

    private void finish(HttpServletResponse response, Optional<AdministratorRefusal> refusal) throws IOException {
        if (refusal.isPresent()) {
            refuse(response, refusal.get());
        } else {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    /** Answers with an object that has these members. */
    private static void answer(HttpServletResponse response, Consumer<JsonGenerator> members) throws IOException {
        asJson(response);
        try (JsonGenerator json = GENERATORS.createGenerator(response.getWriter())) {
            json.writeStartObject();
            members.accept(json);
            json.writeEnd();
        }
    }

    private void refuse(HttpServletResponse response, AdministratorRefusal refusal) throws IOException {
        response.setStatus(
                switch (refusal) {
                    case LOGIN_REQUIRED, LINK_INVALID -> HttpServletResponse.SC_UNAUTHORIZED;
                    case INSECURE, FOREIGN_ORIGIN, NOT_ADMINISTRATOR -> HttpServletResponse.SC_FORBIDDEN;
                    case TOO_MANY_ATTEMPTS -> TOO_MANY_REQUESTS;
                    case INVALID_REQUEST -> HttpServletResponse.SC_BAD_REQUEST;
                    case NO_SUCH_ROOM -> HttpServletResponse.SC_NOT_FOUND;
                });
        asJson(response);
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("code", refusal.code())
                .add("message", refusal.sentence())
                .add("way", way());
        response.getWriter().print(answer.build());
    }

    /** How an administrator comes in here: {@code login} or {@code link}. */
    private String way() {
        return entrance.isByLink() ? "link" : "login";
    }

    private static void asJson(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
    }
}
