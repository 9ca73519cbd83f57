package org.visavis.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One WebSocket connection of the load generator (RFC 6455), as cheap as can be: nothing is checked that a server which
 * passes its own tests does right. All on the thread of the {@link EventLoop}.
 */
final class Client {
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final byte[] END_OF_HEADER = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private enum State {
        CONNECTING,
        HANDSHAKE,
        OPEN,
        CLOSED
    }

    /** Who is told what happens on a connection. */
    interface Listener {
        void opened(Client client);

        /** A text message came: {@code length} bytes of {@code bytes}, which are others' after the call. */
        void received(Client client, byte[] bytes, int begin, int length);

        void closed(Client client);
    }

    private final EventLoop loop;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Listener listener;
    private final Wire wire;
    private final ByteBuffer handshake;
    private State state = State.CONNECTING;
    private byte[] rest;
    private ByteArrayOutputStream fragments;
    private String ending;

    /** Its place in its crowd. */
    final int index;

    /** Its name on the wire, once the server has let it in. */
    String id;

    /** Whether the server has let it in. */
    boolean joined;

    /** The last text that came for it while it was not. */
    String heard = "nothing";

    /** How many still have to get the message that it sent last; the scenario's. */
    int awaited;

    /**
     * Begins to connect.
     *
     * @param request from the path on, without the server's, with the protocol and the headers that not all handshakes have
     */
    Client(EventLoop loop, Address server, String request, int index, Listener listener) throws IOException {
        this.loop = loop;
        this.index = index;
        this.listener = listener;
        handshake = ByteBuffer.wrap(("GET " + server.path() + request + "Host: 127.0.0.1:" + server.port()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        key = channel.register(loop.selector(), SelectionKey.OP_CONNECT, this);
        wire = new Wire(loop, channel, key, server.tls());
        if (channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()))) {
            connected();
        }
    }

    boolean isClosed() {
        return state == State.CLOSED;
    }

    /** Does what the socket is ready for. */
    void ready() {
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                connected();
            } else {
                if (key.isWritable()) {
                    wire.flush();
                }
                if (key.isReadable()) {
                    read(EventLoop.INPUT_BYTES);
                }
            }
        } catch (IOException e) {
            disconnected(e.getMessage()); // what became of it is for the scenario to judge
        }
    }

    /** Whether to take what comes; one that does not is a slow reader. */
    void reading(boolean wanted) {
        if (key.isValid()) {
            key.interestOps(
                    wanted ? key.interestOps() | SelectionKey.OP_READ : key.interestOps() & ~SelectionKey.OP_READ);
        }
    }

    /** Takes what has come, but no more bytes than these. */
    void readOnce(int most) {
        try {
            read(most);
        } catch (IOException e) {
            disconnected(e.getMessage());
        }
    }

    /** Sends a text message that is used once. */
    void send(String text) {
        send(frame(TEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends a whole frame, of {@link #frame}; it may be changed and sent again at once. */
    void send(byte[] frame) {
        if (state != State.OPEN) return;
        try {
            wire.write(ByteBuffer.wrap(frame));
        } catch (IOException e) {
            disconnected(e.getMessage());
        }
    }

    /** Says goodbye as a browser does whose page is closed; the server ends the connection. */
    void leave() {
        reading(true); // else it would not hear that the server has ended it
        if (state == State.OPEN) {
            send(frame(CLOSE, new byte[] {1001 >> 8, (byte) 1001}));
        } else {
            disconnected("given up");
        }
    }

    /** A text frame. */
    static byte[] textFrame(String text) {
        return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Masked with zeros: as much work for a server as with any other key, and none for the generator. */
    private static byte[] frame(int opcode, byte[] payload) {
        boolean isShort = payload.length < 126;
        ByteBuffer frame = ByteBuffer.allocate(payload.length + (isShort ? 6 : 8));
        frame.put((byte) (0x80 | opcode)).put((byte) (0x80 | (isShort ? payload.length : 126)));
        if (!isShort) {
            frame.putShort((short) payload.length);
        }
        return frame.putInt(0).put(payload).array();
    }

    private void connected() throws IOException {
        state = State.HANDSHAKE;
        key.interestOps(SelectionKey.OP_READ);
        wire.write(handshake);
    }

    private void read(int most) throws IOException {
        ByteBuffer input = loop.input();
        if (rest != null) {
            input.put(rest);
            rest = null;
        }
        if (wire.read(input, most) < 0) {
            disconnected("ended without a word");
            return;
        }
        if (handshake.hasRemaining()) {
            wire.write(handshake); // over TLS, as soon as that is agreed upon
        }
        input.flip();
        if (state == State.HANDSHAKE) {
            readHandshake(input);
        }
        while (state == State.OPEN && readFrame(input)) {}
        if (state != State.CLOSED && input.hasRemaining()) {
            rest = new byte[input.remaining()];
            input.get(rest);
        }
    }

    private void readHandshake(ByteBuffer input) throws IOException {
        for (int end = 0; end + END_OF_HEADER.length <= input.limit(); end++) {
            if (input.slice(end, END_OF_HEADER.length).equals(ByteBuffer.wrap(END_OF_HEADER))) {
                String status = new String(loop.inputBytes(), 0, 12, StandardCharsets.US_ASCII);
                if (!status.equals("HTTP/1.1 101")) {
                    throw new IOException("The handshake was answered with " + status + ".");
                }
                input.position(end + END_OF_HEADER.length);
                state = State.OPEN;
                listener.opened(this);
                return;
            }
        }
    }

    /** Whether there was a whole one. */
    private boolean readFrame(ByteBuffer input) {
        int start = input.position();
        if (input.remaining() < 2) return false;
        int first = input.get();
        int length = input.get() & 0x7f;
        int more = length == 126 ? 2 : length == 127 ? 8 : 0;
        if (input.remaining() >= more) {
            length = more == 2 ? input.getShort() & 0xffff : more == 8 ? (int) input.getLong() : length;
            if (input.remaining() >= length) {
                int begin = input.position();
                input.position(begin + length);
                take(first & 0x0f, first < 0, loop.inputBytes(), begin, length);
                return true;
            }
        }
        input.position(start);
        return false;
    }

    private void take(int opcode, boolean last, byte[] bytes, int begin, int length) {
        if (opcode == PING) {
            send(frame(PONG, new byte[0]));
        } else if (opcode == CLOSE) {
            disconnected(closed(bytes, begin, length));
        } else if (opcode < CLOSE) {
            if (last && fragments == null) {
                listener.received(this, bytes, begin, length);
                return;
            }
            if (fragments == null) fragments = new ByteArrayOutputStream();
            fragments.write(bytes, begin, length);
            if (last) {
                byte[] whole = fragments.toByteArray();
                fragments = null;
                listener.received(this, whole, 0, whole.length);
            }
        }
    }

    private static String closed(byte[] bytes, int begin, int length) {
        if (length < 2) return "closed without a code";
        int code = ((bytes[begin] & 0xff) << 8) | (bytes[begin + 1] & 0xff);
        return "closed with " + code + " " + new String(bytes, begin + 2, length - 2, StandardCharsets.UTF_8);
    }

    /** What is known of it: how far it came, how it ended if it did, and what it heard last while it was not let in. */
    @Override
    public String toString() {
        return "client %d (%s; heard %.200s)".formatted(index, ending == null ? state : ending, heard);
    }

    private void disconnected(String how) {
        if (state != State.CLOSED) {
            ending = state + ", then " + how;
            state = State.CLOSED;
            try {
                wire.close();
            } catch (IOException e) {
                ending += ", and the goodbye: " + e.getMessage(); // the connection is gone all the same
            }
            listener.closed(this);
        }
    }
}
