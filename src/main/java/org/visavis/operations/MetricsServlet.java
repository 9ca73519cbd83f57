package org.visavis.operations;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.visavis.access.ProxyHeaders;
import org.visavis.settings.MetricsAccess;

/** {@code metrics}: the figures for Prometheus, as text; 403 and a sentence for those who may not read them. */
public final class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Metrics metrics;
    private final transient MetricsAccess access;

    /** @param access says who may read the figures */
    public MetricsServlet(Metrics metrics, MetricsAccess access) {
        this.metrics = metrics;
        this.access = access;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (isAtAllowedAddress(request) || hasAllowedRole(request, response)) {
            response.setContentType(Metrics.CONTENT_TYPE);
            response.getOutputStream().write(metrics.scrape());
            return;
        }
        if (response.isCommitted()) {
            return; // the container has asked for another password
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter().print("The setting visavis.metrics.from does not let you read the metrics.");
    }

    private boolean isAtAllowedAddress(HttpServletRequest request) {
        boolean isDirect = !ProxyHeaders.areIn(request::getHeader);
        return (isDirect || access.forwarded()) && access.allows(request.getRemoteAddr());
    }

    private boolean hasAllowedRole(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (access.roles().isEmpty()) {
            return false;
        }
        if (request.getUserPrincipal() == null && request.getHeader("Authorization") != null) {
            request.authenticate(response); // the container looks at a password only where it must, or is asked to
        }
        return access.roles().stream().anyMatch(request::isUserInRole);
    }
}
