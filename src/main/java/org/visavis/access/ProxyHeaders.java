package org.visavis.access;

import java.util.List;
import java.util.function.UnaryOperator;

/** What proxies add to a request. Not each proxy does, and anybody else can. */
public final class ProxyHeaders {
    /** A proxy adds at least one of them: Apache and Caddy always, nginx as docs/reverse-proxy.md sets it up. */
    private static final List<String> NAMES =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private ProxyHeaders() {}

    /**
     * Whether a request has any of them.
     *
     * @param headers gives the value of the header with a name; null if there is none
     */
    public static boolean areIn(UnaryOperator<String> headers) {
        return NAMES.stream().anyMatch(name -> headers.apply(name) != null);
    }

    /** Whether they say that the browser has sent the request over HTTPS. */
    public static boolean sayHttps(UnaryOperator<String> headers) {
        return "https".equalsIgnoreCase(headers.apply("X-Forwarded-Proto"));
    }
}
