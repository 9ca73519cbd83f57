package org.visavis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A client of either endpoint on a real socket: keeps what comes until the test asks for it. */
public final class SignalingClient implements AutoCloseable {
    /** How long a test waits for something that must happen, in seconds; only a failing test waits so long. */
    private static final long PATIENCE = 30;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** How long a browser waits for a server that should agree to a close, in seconds; Chromium does. */
    private static final long CLOSING_TIME = 10;

    /** How the server closed the connection. */
    public record Close(int code, String reason) {}

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final AtomicInteger pongsToSwallow = new AtomicInteger();
    private final WebSocket.Builder builder;
    private final URI address;
    private CompletableFuture<Close> closed;
    private WebSocket socket;

    private SignalingClient(WebSocket.Builder builder, URI address) {
        this.builder = builder;
        this.address = address;
        connect();
    }

    private void connect() {
        try {
            handshake();
        } catch (CompletionException e) {
            if (!(e.getCause() instanceof WebSocketHandshakeException refused)
                    || !takesConnectionsForAnother(refused)) {
                throw e;
            }
            System.out.println("refused with " + refused.getResponse().statusCode() + ": " + address);
            handshake();
        }
    }

    private void handshake() {
        closed = new CompletableFuture<>();
        socket = builder.buildAsync(address, new TextListener(this::keep, closed))
                .join();
    }

    /**
     * Whether this answer may have been meant for another connection: when one has just ended, Payara and GlassFish may take
     * a new one for it, and answer its handshake with any status (payara/Payara issue 5432).
     */
    private static boolean takesConnectionsForAnother(WebSocketHandshakeException refused) {
        String server = refused.getResponse().headers().firstValue("Server").orElse("");
        return server.contains("GlassFish") || server.contains("Payara");
    }

    /** Connects to a room of {@code /signaling}. */
    public static SignalingClient signaling(URI base, String room) {
        return new SignalingClient(
                client(base).newWebSocketBuilder().subprotocols("visavis.v1"), address(base, "signaling/" + room));
    }

    /** Connects to a room of {@code /broadcast}. */
    public static SignalingClient broadcast(URI base, String room) {
        return new SignalingClient(client(base).newWebSocketBuilder(), address(base, "broadcast/" + room));
    }

    /** Connects to a room of {@code /signaling} with the cookies of a browser, as they stand in its header. */
    public static SignalingClient withCookies(URI base, String room, String cookies) {
        WebSocket.Builder builder =
                HTTP.newWebSocketBuilder().subprotocols("visavis.v1").header("Cookie", cookies);
        return new SignalingClient(builder, address(base, "signaling/" + room));
    }

    /** Connects as a browser would that shows a page of this origin. */
    public static SignalingClient fromOrigin(URI base, String path, String origin) {
        return new SignalingClient(HTTP.newWebSocketBuilder().header("Origin", origin), address(base, path));
    }

    /** Joins and takes the welcome. */
    public JsonObject join(String name) {
        return welcome(tryToJoin(name));
    }

    /** Asks to join and takes the answer, which may be an error. */
    public JsonObject tryToJoin(String name) {
        return enter(Json.createObjectBuilder()
                .add("type", "join")
                .add("name", name)
                .build()
                .toString());
    }

    /**
     * Claims the place that an earlier welcome has promised, and takes the welcome.
     *
     * @param seq the number of the last message that came
     */
    public JsonObject resume(String name, String secret, int seq) {
        return welcome(enter(Json.createObjectBuilder()
                .add("type", "join")
                .add("name", name)
                .add("resume", Json.createObjectBuilder().add("secret", secret).add("seq", seq))
                .build()
                .toString()));
    }

    private static JsonObject welcome(JsonObject answer) {
        assertEquals("welcome", answer.getString("type"), answer::toString);
        return answer;
    }

    /**
     * Sends this and takes the answer. Connects once more, as PROTOCOL.md asks of clients, where the connection is cut off
     * before that: when another has just ended, Payara and GlassFish may take a new one for it (payara/Payara issue 5432).
     */
    public JsonObject enter(String join) {
        socket.sendText(join, true).exceptionally(e -> socket).join();
        if (!isAnswered(TimeUnit.SECONDS.toMillis(PATIENCE)) && closed.isDone()) {
            System.out.println("cut off before an answer: " + ending());
            connect();
            send(join);
        }
        return nextMessage();
    }

    /** Waits for a message, or for the end of the connection, but no longer than this. Whether there is a message. */
    public boolean isAnswered(long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (received.isEmpty() && !closed.isDone() && System.nanoTime() < end) {
            try {
                closed.exceptionally(e -> null).get(20, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // asked again
            } catch (ExecutionException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return !received.isEmpty();
    }

    /** Sends a message and waits until it is out of this process's hands. */
    public void send(JsonObject message) {
        send(message.toString());
    }

    public void send(String text) {
        try {
            socket.sendText(text, true).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("Nothing can be sent; " + ending() + ", received: " + received, e);
        }
    }

    /** Sends the beginning of a message whose end never comes. */
    public void begin(String text) {
        socket.sendText(text, false).join();
    }

    /** How the connection ended, for people. */
    private String ending() {
        return closed.handle((close, error) -> "closed: " + (error == null ? close : error))
                .getNow("still open");
    }

    /** Whether the connection has ended. */
    public boolean isClosed() {
        return closed.isDone();
    }

    /** Tells the server that this client still lives; the answer is not kept. */
    public void showLife() {
        pongsToSwallow.incrementAndGet();
        send("{\"type\":\"ping\"}");
    }

    public void sendBinary(byte... bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** The next message, as it came. */
    public String next() {
        try {
            String text = received.poll(PATIENCE, TimeUnit.SECONDS);
            return text != null ? text : fail("Nothing came; " + ending());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public JsonObject nextMessage() {
        return Json.createReader(new StringReader(next())).readObject();
    }

    /** The next message, which must be of this type. */
    public JsonObject next(String type) {
        JsonObject message = nextMessage();
        assertEquals(type, message.getString("type"), message::toString);
        return message;
    }

    /** The next message of another type than this one. */
    public JsonObject nextExcept(String type) {
        JsonObject message = nextMessage();
        return message.getString("type").equals(type) ? nextExcept(type) : message;
    }

    /** The next message must be an error with this code. */
    public void expectError(String code) {
        assertEquals(code, next("error").getString("code"));
    }

    /** The server must close the connection so, with nothing before it that nobody asked for. */
    public void expectClose(int code, String reason) {
        Close close = closed.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
        assertEquals(new Close(code, reason), close);
        assertTrue(received.isEmpty(), () -> "unasked for: " + received);
    }

    /** The server must close the connection with this code, whatever it says besides. */
    public void expectCloseCode(int code) {
        assertEquals(code, closeCode());
    }

    /** The code with which the server closes the connection. */
    public int closeCode() {
        return closed.orTimeout(PATIENCE, TimeUnit.SECONDS).join().code();
    }

    /** Whether the server answers once more, or else has closed the connection. */
    public boolean stillOpen() {
        socket.sendText("{\"type\":\"ping\"}", true).exceptionally(e -> socket).join();
        return isAnswered(TimeUnit.SECONDS.toMillis(PATIENCE));
    }

    /** Nothing came that was not asked for, up to an answer to what is sent now. */
    public void expectNothingElse() {
        send("{\"type\":\"ping\"}");
        next("pong");
    }

    /** Ends the connection without a word, as a crash or a pulled cable does. */
    public void abort() {
        socket.abort();
    }

    /**
     * Ends the connection as a browser does that leaves the page: waits until the server has agreed, and if that takes too
     * long, just ends it. WildFly forgets to agree, once in some hundred times, when it is just sending a message.
     */
    @Override
    public void close() {
        if (closed.isDone() || socket.isOutputClosed()) {
            return;
        }
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .exceptionally(e -> socket)
                .join();
        try {
            closed.exceptionally(e -> null).get(CLOSING_TIME, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            System.out.println("The server did not agree to a close.");
            socket.abort();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpClient client(URI base) {
        return base.getScheme().equals("https") ? TestCertificate.client() : HTTP;
    }

    private static URI address(URI base, String path) {
        return URI.create(base.toString().replaceFirst("http", "ws") + path);
    }

    private void keep(String text) {
        if (!text.equals("{\"type\":\"pong\"}") || pongsToSwallow.get() == 0) {
            received.add(text);
        } else {
            pongsToSwallow.decrementAndGet();
        }
    }
}
