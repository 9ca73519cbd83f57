package org.visavis.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A filter that tells browsers what the page may do: load from this server only, and use camera, microphone and screen
 * capture. It also tells which sites may embed the page. Only those may load the script for embedding.
 */
public final class SecurityHeadersFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** No inline scripts or styles, and nothing from other sites. {@code blob:} is for captured pictures. */
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'self'");

    /** The script that pages of other sites load. It is a module, so browsers require CORS headers (Fetch). */
    private static final String EMBEDDING_SCRIPT = "/js/embed.js";

    /** The page that no other may lay under a click, not even one that may embed calls. */
    private static final String ADMINISTRATION = "/admin.html";

    private static final String NO_FRAME_POLICY =
            CONTENT_SECURITY_POLICY.replace("frame-ancestors 'self'", "frame-ancestors 'none'");

    private final transient Set<String> embedOrigins;
    private final String contentSecurityPolicy;

    /** @param embedOrigins of the sites that may embed the page, as browsers send them; none if empty */
    public SecurityHeadersFilter(Set<String> embedOrigins) {
        this.embedOrigins = embedOrigins;
        this.contentSecurityPolicy = CONTENT_SECURITY_POLICY
                + embedOrigins.stream().sorted().map(origin -> " " + origin).collect(Collectors.joining());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        // Hides the classes of `java -jar`, and folders, which Jetty would list. Open Liberty's servletPath is empty.
        if (path.startsWith("/org/") || (path.endsWith("/") && path.length() > 1)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (!path.endsWith(".js") && !path.endsWith(".css")) { // which follow the policies of the page that loads them
            response.setHeader(
                    "Content-Security-Policy", path.equals(ADMINISTRATION) ? NO_FRAME_POLICY : contentSecurityPolicy);
            response.setHeader("Permissions-Policy", "camera=(self), microphone=(self), display-capture=(self)");
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-cache"); // browsers ask each time, so page and server match
        if (path.equals(EMBEDDING_SCRIPT)) {
            response.addHeader("Vary", "Origin"); // a cache must not mix up the answers to different sites
            String origin = request.getHeader("Origin");
            if (origin != null && embedOrigins.contains(origin)) { // Set.of does not take null
                response.setHeader("Access-Control-Allow-Origin", origin);
            }
        }
        chain.doFilter(request, response);
    }
}
