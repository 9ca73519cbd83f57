package org.visavis.web;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.visavis.access.AllowedOrigins;
import org.visavis.access.ProxyHeaders;

/**
 * {@code doctor?origin=https://visavis.example}: tells the page that tests a computer what only the server knows,
 *
 * <pre>
 * {"version": "0.1.0", "time": 1767225600000, "host": "visavis.example", "allowed": true, "proxied": true,
 *  "certificateEnds": 1767225600000, "stun": "announced"}
 * </pre>
 *
 * {@code time} is the server's clock, and {@code certificateEnds} the end of its certificate, both in milliseconds since
 * 1970; the latter is null if a container or a proxy in front has the certificate. {@code host} is the header of that name as
 * it arrived here, {@code allowed} whether a page of this origin may connect, and {@code proxied} whether the request has the
 * traces of a proxy. {@code stun} is {@code announced}, {@code loopback} (it answers this computer only) or {@code none}.
 */
public final class DoctorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** No name is longer; with a port, what the page shows stays short. */
    private static final int LONGEST_HOST = 260;

    private final transient AllowedOrigins origins;
    private final String version;
    private final transient Object certificate;
    private final String stun;

    /**
     * @param https what {@code java -jar} knows: {@code certificate}, a {@code Supplier} of its present {@code
     *     X509Certificate}; empty in a container
     * @param stun where the built-in STUN server listens; null if there is none
     */
    public DoctorServlet(AllowedOrigins origins, String version, Map<?, ?> https, InetSocketAddress stun) {
        this.origins = origins;
        this.version = version;
        this.certificate = https.get("certificate");
        this.stun = stun == null ? "none" : stun.getAddress().isLoopbackAddress() ? "loopback" : "announced";
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String origin = Objects.requireNonNullElse(request.getParameter("origin"), "");
        String host = Objects.requireNonNullElse(request.getHeader("Host"), "");
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("version", version)
                .add("time", System.currentTimeMillis())
                .add("host", host.substring(0, Math.min(host.length(), LONGEST_HOST)))
                .add("allowed", origins.allows(origin, host))
                .add("proxied", isProxied(request, origin));
        // Over this server's own TLS; a proxy that speaks TLS with browsers has a certificate of its own.
        if (request.isSecure()
                && certificate instanceof Supplier<?> present
                && present.get() instanceof X509Certificate own) {
            answer.add("certificateEnds", own.getNotAfter().toInstant().toEpochMilli());
        } else {
            answer.addNull("certificateEnds");
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(answer.add("stun", stun).build());
    }

    /**
     * Not each proxy says that it is one. But a page that came over HTTPS asks here over HTTP only through a proxy, and
     * browsers speak no HTTP/1.0, which nginx does unless it is told otherwise.
     */
    private static boolean isProxied(HttpServletRequest request, String origin) {
        return (origin.startsWith("https:") && !request.isSecure())
                || request.getProtocol().equals("HTTP/1.0")
                || ProxyHeaders.areIn(request::getHeader);
    }
}
