package org.visavis.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Another site, at an origin of its own: the port is, and so is the name where Visavis is at an address. */
final class HostSite implements AutoCloseable {
    private final HttpServer server;

    HostSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        serves("/favicon.ico", "", Map.of()); // a browser complains where there is none
        server.start();
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /**
     * Serves a page from now on.
     *
     * @return its address
     */
    String serves(String path, String html, Map<String, String> headers) {
        server.createContext(path, exchange -> answer(exchange, html, headers));
        return origin() + path;
    }

    private static void answer(HttpExchange exchange, String html, Map<String, String> headers) throws IOException {
        try (exchange) {
            byte[] body = html.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html;charset=UTF-8");
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
