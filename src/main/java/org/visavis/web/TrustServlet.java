package org.visavis.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * {@code trust}: tells the page where it is served over HTTPS, and hands out the certificate of the CA that
 * {@code java -jar} has made:
 *
 * <pre>
 * {"httpsUrl": null, "httpsPort": 6656, "authority": {"name": "…", "fingerprint": "AB:…", "address": "http://…/trust.html"}}
 * </pre>
 *
 * {@code httpsUrl} is null if nobody has set it, {@code httpsPort} if it is not known, {@code authority} if there is none:
 * then {@code trust/ca.crt}, {@code trust/ca.mobileconfig} and {@code trust/qr.svg} answer 404 and say so.
 */
public final class TrustServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** The address for others is made from the header Host, whose length has no other limit. */
    private static final int LONGEST_HOST = 253;

    private static final String NO_AUTHORITY =
            "This server has no certificate authority of its own. Its certificate comes from elsewhere: if your browser"
                    + " warns you of it, ask your administrator.\n";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Null if nobody has set it. */
    private final String httpsUrl;

    private final transient Object httpsPort;
    private final transient Object httpPort;
    private final transient Object host;

    /** Null if there is none. */
    private final transient Authority authority;

    /**
     * @param httpsUrl where the pages are over HTTPS, whatever the server itself does; null if nobody has set it
     * @param https what {@code java -jar} knows: {@code port} (of HTTPS), {@code httpPort}, {@code host} (under which others reach
     *     this computer), and {@code authority} (its certificate in DER, absent if there is none); empty in a container
     * @throws IllegalArgumentException if the certificate is none
     */
    public TrustServlet(String httpsUrl, Map<?, ?> https) {
        this.httpsUrl = httpsUrl;
        httpsPort = https.get("port");
        httpPort = https.get("httpPort");
        host = https.get("host");
        authority = https.get("authority") instanceof byte[] encoded ? new Authority(encoded) : null;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String wanted = request.getPathInfo() == null ? "" : request.getPathInfo();
        if (wanted.isEmpty()) {
            response.setHeader("Cache-Control", "no-store");
            send(response, "application/json", about(request).getBytes(UTF_8));
        } else if (authority == null) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            send(response, "text/plain", NO_AUTHORITY.getBytes(UTF_8));
        } else if (wanted.equals("/ca.crt")) {
            response.setHeader("Content-Disposition", "attachment; filename=\"visavis-ca.crt\"");
            send(response, "application/x-x509-ca-cert", authority.encoded());
        } else if (wanted.equals("/ca.mobileconfig")) { // no attachment, so that Safari offers to install it
            send(response, "application/x-apple-aspen-config", authority.appleProfile());
        } else if (wanted.equals("/qr.svg")) {
            send(response, "image/svg+xml", QrImage.of(address(request)).getBytes(UTF_8));
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void send(HttpServletResponse response, String type, byte[] content) throws IOException {
        response.setContentType(type);
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private String about(HttpServletRequest request) {
        JsonObjectBuilder answer = Json.createObjectBuilder();
        if (httpsUrl == null) {
            answer.addNull("httpsUrl");
        } else {
            answer.add("httpsUrl", httpsUrl);
        }
        if (httpsPort instanceof Integer port) {
            answer.add("httpsPort", port);
        } else {
            answer.addNull("httpsPort");
        }
        if (authority == null) {
            answer.addNull("authority");
        } else {
            answer.add(
                    "authority",
                    Json.createObjectBuilder()
                            .add("name", authority.name())
                            .add("fingerprint", authority.fingerprint())
                            .add("address", address(request)));
        }
        return answer.build().toString();
    }

    /** Where others find the page that explains the import: over HTTP, since they do not trust HTTPS yet. */
    private String address(HttpServletRequest request) {
        String name = request.getServerName();
        if (LOOPBACK.contains(name) || name.length() > LONGEST_HOST) {
            name = String.valueOf(host);
        }
        String authorityPart = name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name;
        return "http://" + authorityPart + ":" + httpPort + request.getContextPath() + "/trust.html";
    }
}
