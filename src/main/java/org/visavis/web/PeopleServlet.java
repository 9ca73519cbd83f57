package org.visavis.web;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.visavis.access.AccessDecision;
import org.visavis.access.AccessPolicy;
import org.visavis.access.Identity;
import org.visavis.room.Room;
import org.visavis.room.Rooms;

/**
 * {@code people?room=daily}: tells the prejoin page who is in the room,
 * {@code {"people": [{"name": "ada", "verified": true}]}}. The status is 400 if the room name is not valid, and 403 to those who
 * may not join that room, for instance without a required login. A token counts in {@code join} only, so people who have
 * nothing else get 403, too.
 */
public final class PeopleServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Rooms rooms;
    private final transient HttpAccess access;
    private final transient AccessPolicy policy;

    /** @param policy decides who may see the participants */
    public PeopleServlet(Rooms rooms, HttpAccess access, AccessPolicy policy) {
        this.rooms = rooms;
        this.access = access;
        this.policy = policy;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String room = request.getParameter("room");
        if (room == null || !Room.isName(room)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else if (policy.decide(access.of(request).about(Rooms.keyOf(room))) instanceof AccessDecision.Refuse) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else {
            JsonArrayBuilder people = Json.createArrayBuilder();
            for (Identity identity : rooms.identities(room)) {
                people.add(
                        Json.createObjectBuilder().add("name", identity.name()).add("verified", identity.verified()));
            }
            response.setHeader("Cache-Control", "no-store");
            response.setContentType("application/json");
            response.setCharacterEncoding("UTF-8");
            response.getWriter()
                    .print(Json.createObjectBuilder().add("people", people).build());
        }
    }
}
