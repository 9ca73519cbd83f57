package org.visavis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.visavis.access.AccessRequest;
import org.visavis.access.AdministratorRequest;
import org.visavis.access.Login;
import org.visavis.access.ProxyHeaders;
import org.visavis.settings.AddressRange;

/**
 * Reads what the access policy needs from an HTTP request, which may be a handshake.
 *
 * @param logins who has signed in
 */
public record HttpAccess(Logins logins) {
    /** Zeros in an IPv6 address that {@code ::} stands for, the most first (RFC 5952, section 4.2). */
    private static final List<Pattern> ZEROS = IntStream.of(7, 6, 5, 4, 3, 2, 1)
            .mapToObj(more -> Pattern.compile("(^|:)0(:0){" + more + "}(:|$)"))
            .toList();

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** What the access policy needs to know of somebody who may be an administrator by the container's login. */
    public AdministratorRequest administrator(HttpServletRequest request) {
        Login login = logins.of(request);
        return new AdministratorRequest(
                login != null && login.groups().contains(Logins.ADMINISTRATORS) ? login.name() : null,
                login,
                shortForm(request.getRemoteAddr()),
                isConfidential(request),
                request.getHeader("Origin"),
                host(request),
                !READING.contains(request.getMethod()));
    }

    /**
     * Whether nobody on the way can read along. A proxy is believed that says that it has HTTPS: whoever only pretends to be
     * one endangers nothing but their own secrets.
     */
    private static boolean isConfidential(HttpServletRequest request) {
        if (request.isSecure() || ProxyHeaders.sayHttps(request::getHeader)) {
            return true;
        }
        InetAddress from = AddressRange.address(request.getRemoteAddr());
        return !ProxyHeaders.areIn(request::getHeader)
                && from != null
                && (from.isLoopbackAddress() || from.equals(AddressRange.address(request.getLocalAddr())));
    }

    /** An address as people write it. Containers write those of IPv6 in full, some in brackets. */
    static String shortForm(String address) {
        InetAddress known = address == null ? null : AddressRange.address(address);
        if (known == null) {
            return address;
        }
        String text = known.getHostAddress();
        return ZEROS.stream()
                .map(zeros -> zeros.matcher(text))
                .filter(Matcher::find)
                .findFirst()
                .map(zeros -> zeros.replaceFirst("::"))
                .orElse(text);
    }

    /** Who makes the request, and from where. */
    public AccessRequest of(HttpServletRequest request) {
        return new AccessRequest(
                request.getHeader("Origin"),
                host(request),
                shortForm(request.getRemoteAddr()),
                logins.of(request),
                null,
                null);
    }

    /** The header {@code Host}; from Open Liberty what stands for it in HTTP/2, where it shows no such header. */
    private static String host(HttpServletRequest request) {
        String host = request.getHeader("Host");
        if (host != null) {
            return host;
        }
        int usual = request.isSecure() ? 443 : 80;
        int port = request.getServerPort();
        return request.getServerName() + (port == usual ? "" : ":" + port);
    }
}
