package org.visavis.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How clients of one kind of server speak. */
enum Dialect {
    /** PROTOCOL.md, spoken by Visavis and the relay of Node. */
    SIGNALING {
        private static final Pattern SELF = Pattern.compile("\"self\":\\{[^}]*?\"id\":\"([^\"]+)\"");

        @Override
        String path(String room, int index) {
            return "/signaling/" + room;
        }

        @Override
        String headers() {
            return "Sec-WebSocket-Protocol: visavis.v1\r\n";
        }

        @Override
        void opened(Client client) {
            client.send("{\"type\":\"join\",\"name\":\"client " + client.index + "\"}");
        }

        @Override
        void received(Client client, String text) {
            if (text.startsWith("{\"type\":\"welcome\"")) {
                Matcher self = SELF.matcher(text);
                client.id = self.find() ? self.group(1) : null;
                client.joined = client.id != null;
            }
        }

        @Override
        String envelope(String to) {
            return "{\"type\":\"signal\"," + (to == null ? "" : "\"to\":\"" + to + "\",") + "\"data\":{%s}}";
        }

        @Override
        String ping() {
            return "{\"type\":\"ping\"}";
        }
    },

    /** Text that goes to all others, as it is. */
    BROADCAST {
        @Override
        String path(String room, int index) {
            return "/broadcast/" + room;
        }

        @Override
        void received(Client client, String text) {
            client.joined |= text.equals("open");
        }

        @Override
        String envelope(String to) {
            return "{%s}";
        }
    },

    /** The protocol of PeerServer, which knows no rooms: clients choose their names and write to one another. */
    PEER {
        @Override
        String path(String room, int index) {
            return "/peerjs?key=peerjs&version=1.5.5&token=t&id=" + nameOf(index);
        }

        @Override
        void opened(Client client) {
            client.id = nameOf(client.index);
        }

        @Override
        void received(Client client, String text) {
            client.joined |= text.equals("{\"type\":\"OPEN\"}");
        }

        @Override
        String envelope(String to) {
            return "{\"type\":\"OFFER\",\"dst\":\"" + to + "\",\"payload\":{%s}}";
        }

        @Override
        String ping() {
            return "{\"type\":\"HEARTBEAT\"}";
        }

        private static String nameOf(int index) {
            return "client-" + index;
        }
    };

    /** What a browser sends looks like this, escapes and all. */
    private static final String FILLER = "a=candidate:1467250027 1 udp 2122260223 192.168.0.196 46243 typ host\\r\\n";

    /** The address of a client's connection. */
    abstract String path(String room, int index);

    /** What its handshake begins with. */
    final String request(String room, int index) {
        return path(room, index) + " HTTP/1.1\r\n" + headers();
    }

    /** Further lines of it. */
    String headers() {
        return "";
    }

    /** The connection is open: asks to be let in, where that is done by a message. */
    void opened(Client client) {}

    /** Something came that has no stamp. */
    void received(Client client, String text) {}

    /** What stands around a message's data, {@code %s}; {@code to} is null for all. */
    abstract String envelope(String to);

    /** What an idle client says every {@link Crowd#PING_SECONDS}; null for nothing. */
    String ping() {
        return null;
    }

    /** A frame with a text of so many bytes and an empty stamp. */
    byte[] message(Client to, int bytes) {
        String envelope = envelope(to == null ? null : to.id);
        String data = "\"t\":\"" + Stamp.EMPTY + "\",\"sdp\":\"";
        int left = bytes - envelope.length() + "%s".length() - data.length() - 1;
        String filler = FILLER.repeat(left / FILLER.length() + 1).substring(0, left);
        if (filler.endsWith("\\")) {
            filler = filler.substring(1) + "-"; // half an escape
        }
        return Client.textFrame(envelope.replace("%s", data + filler + '"'));
    }
}
