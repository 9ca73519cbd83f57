package org.visavis.web;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.visavis.access.AccessPolicy;
import org.visavis.access.Login;
import org.visavis.protocol.ParticipantName;
import org.visavis.settings.Admission;

/**
 * {@code identity}: tells the page who the user is, so that it need not ask for a name, and what else is needed to join:
 * {@code {"loginRequired": true, "accepts": ["container"], "identity": {"name": "ada", "role": "participant"}}}. The identity
 * is null if the container has authenticated nobody. The role is that in all rooms.
 */
public final class IdentityServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient HttpAccess access;
    private final transient AccessPolicy policy;

    public IdentityServlet(HttpAccess access, AccessPolicy policy) {
        this.access = access;
        this.policy = policy;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Login login = access.of(request).login();
        Set<Admission> accepted = policy.settings().accepted();
        JsonArrayBuilder accepts = Json.createArrayBuilder();
        accepted.forEach(admission -> accepts.add(admission.word()));
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add(
                        "loginRequired",
                        accepted.contains(Admission.CONTAINER)
                                && !policy.settings().isOpen())
                .add("accepts", accepts);
        if (login == null) {
            answer.add("identity", JsonValue.NULL);
        } else {
            answer.add(
                    "identity",
                    Json.createObjectBuilder()
                            .add("name", ParticipantName.cleaned(login.name()))
                            .add("role", policy.roleOf(login, null).code()));
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(answer.build());
    }
}
