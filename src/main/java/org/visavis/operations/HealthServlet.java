package org.visavis.operations;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * A health check for load balancers and supervisors, which look at the status only: 200 if all is well, 503 if not. The body
 * repeats it for people with the version, which upgrades are checked by, and says nothing else, since anyone may request it:
 * {@code {"status":"UP","version":"0.1.0"}}.
 */
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient BooleanSupplier up;
    private final String version;

    /**
     * @param up called for each request, on the thread that answers it
     * @param version of Visavis
     */
    public HealthServlet(BooleanSupplier up, String version) {
        this.up = up;
        this.version = version;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean healthy = up.getAsBoolean();
        response.setStatus(healthy ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("status", healthy ? "UP" : "DOWN")
                .add("version", version);
        response.getWriter().print(answer.build());
    }
}
