package org.visavis.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Serves the page that is made with PeerJS, on loopback. */
final class FaceSite implements AutoCloseable {
    /** The page, and what watches over both. */
    static final Path FOLDER = Path.of(System.getProperty("bench.face", "bench/face"));

    private final HttpServer server;

    /** @param packages the folder that npm has filled */
    FaceSite(Path packages) throws IOException {
        Path peerJs = packages.resolve("node_modules/peerjs/dist/peerjs.min.js");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Map.of(
                        FOLDER.resolve("peerjs.html"),
                        "text/html",
                        FOLDER.resolve("peerjs.css"),
                        "text/css",
                        FOLDER.resolve("peerjs.js"),
                        "text/javascript",
                        peerJs,
                        "text/javascript")
                .forEach((file, type) ->
                        server.createContext("/" + file.getFileName(), exchange -> answer(exchange, file, type)));
        server.start();
    }

    private static void answer(HttpExchange exchange, Path file, String type) throws IOException {
        try (exchange) {
            byte[] body = Files.readAllBytes(file);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    FacePage page(int peerServer) {
        return FacePage.peerJs(server.getAddress().getPort(), peerServer);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
