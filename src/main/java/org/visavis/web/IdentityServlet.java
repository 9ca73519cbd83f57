package org.visavis.web;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.visavis.access.AccessPolicy;
import org.visavis.access.Identity;

/**
 * {@code identity}: tells the page who the user is, so that it need not ask for a name, and whether a login is required:
 * {@code {"loginRequired": true, "identity": {"name": "ada", "role": "participant"}}}. The identity is null if the container
 * has authenticated nobody.
 */
public final class IdentityServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient AccessPolicy policy;

    public IdentityServlet(AccessPolicy policy) {
        this.policy = policy;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Identity identity = HttpAccess.of(request).login();
        JsonObjectBuilder answer = Json.createObjectBuilder().add("loginRequired", policy.loginRequired());
        if (identity == null) {
            answer.add("identity", JsonValue.NULL);
        } else {
            answer.add(
                    "identity",
                    Json.createObjectBuilder()
                            .add("name", identity.name())
                            .add("role", identity.role().code()));
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(answer.build());
    }
}
