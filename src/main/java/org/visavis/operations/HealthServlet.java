package org.visavis.operations;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * A health check for load balancers and supervisors, which look at the status only: 200 if all is well, 503 if not. The body
 * repeats it for people and says nothing else, since anyone may request it.
 */
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient BooleanSupplier up;

    /** @param up called for each request, on the thread that answers it */
    public HealthServlet(BooleanSupplier up) {
        this.up = up;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean healthy = up.getAsBoolean();
        response.setStatus(healthy ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json");
        response.getWriter().print(healthy ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
    }
}
