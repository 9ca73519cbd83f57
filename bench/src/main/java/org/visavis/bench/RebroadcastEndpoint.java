package org.visavis.bench;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends each message to the others of its room, and does nothing else that Tomcat does not force it to: no limits, no
 * checks. One for each connection.
 */
@ServerEndpoint("/broadcast/{room}")
public class RebroadcastEndpoint {
    private static final Map<String, Set<RebroadcastEndpoint>> ROOMS = new ConcurrentHashMap<>();

    private Session session;
    private Set<RebroadcastEndpoint> room;
    private StringBuilder parts = new StringBuilder(0);

    /** Tomcat throws if a message is sent before the last one is out. */
    @GuardedBy("waiting")
    private final Queue<String> waiting = new ArrayDeque<>();

    @GuardedBy("waiting")
    private boolean sending;

    /** Says so when it is there: what the others send before, it does not get. */
    @OnOpen
    public void open(Session opened, @PathParam("room") String name) {
        session = opened;
        room = ROOMS.compute(name, (key, others) -> {
            Set<RebroadcastEndpoint> members = others == null ? ConcurrentHashMap.newKeySet() : others;
            members.add(this);
            return members;
        });
        send("open");
    }

    /** In parts: Tomcat has buffers for 8 Ki characters, and larger ones would cost every connection 128 KiB. */
    @OnMessage
    public void receive(String part, boolean last) {
        if (last && parts.length() == 0) {
            sendToOthers(part);
            return;
        }
        parts.append(part);
        if (last) {
            String message = parts.toString();
            parts = new StringBuilder(0);
            sendToOthers(message);
        }
    }

    @OnClose
    public void close(@PathParam("room") String name) {
        ROOMS.computeIfPresent(name, (key, members) -> members.remove(this) && members.isEmpty() ? null : members);
    }

    private void sendToOthers(String message) {
        for (RebroadcastEndpoint member : room) {
            if (member != this) member.send(message);
        }
    }

    private void send(String message) {
        synchronized (waiting) {
            if (sending) {
                waiting.add(message);
                return;
            }
            sending = true;
        }
        sendNow(message);
    }

    /** No recursion: Tomcat reports from another thread. */
    private void sendNow(String message) {
        try {
            session.getAsyncRemote().sendText(message, this::sent);
        } catch (IllegalStateException closed) {
            // Its room hears of it in a moment. Until then the rest only waits, and is forgotten with it.
        }
    }

    private void sent(SendResult result) {
        String next;
        synchronized (waiting) {
            next = result.isOK() ? waiting.poll() : null;
            sending = next != null;
        }
        if (next != null) sendNow(next);
    }
}
