package org.visavis.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** The bytes of a client: keeps what its socket does not take at once, and speaks TLS with a server that does. */
final class Wire {
    private final SocketChannel channel;
    private final SelectionKey key;

    /** Null in the clear. */
    private final Tls tls;

    private final Deque<ByteBuffer> output = new ArrayDeque<>();

    /** @param key of the channel, which tells when more can be written */
    Wire(EventLoop loop, SocketChannel channel, SelectionKey key, boolean secret) {
        this.channel = channel;
        this.key = key;
        tls = secret ? new Tls(Tls.client(), loop.records(), this::put) : null;
    }

    /** Sends these bytes, which are the caller's again after it. Over TLS they are left where they are until it is agreed upon. */
    void write(ByteBuffer bytes) throws IOException {
        if (tls == null) {
            put(bytes);
        } else {
            tls.write(bytes);
        }
    }

    private void put(ByteBuffer bytes) throws IOException {
        if (output.isEmpty()) {
            channel.write(bytes);
        }
        if (bytes.hasRemaining()) {
            output.add(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
            key.interestOpsOr(SelectionKey.OP_WRITE);
        }
    }

    /** Writes what has been kept, as far as the socket takes it. */
    void flush() throws IOException {
        while (!output.isEmpty()) {
            channel.write(output.getFirst());
            if (output.getFirst().hasRemaining()) return;
            output.removeFirst();
        }
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
    }

    /**
     * Adds what has come, but no more than these many bytes of the socket.
     *
     * @return negative if nothing more will come
     */
    int read(ByteBuffer input, int most) throws IOException {
        if (tls != null) return tls.read(channel, input, most);
        input.limit(Math.min(input.capacity(), input.position() + most));
        return channel.read(input);
    }

    /** Ends the connection; over TLS it says so before, if that can be said at once. */
    void close() throws IOException {
        try (channel) {
            if (tls != null && channel.isConnected()) tls.close();
        }
    }
}
