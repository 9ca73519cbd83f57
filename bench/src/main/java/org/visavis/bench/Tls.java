package org.visavis.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.visavis.TestCertificate;

/**
 * TLS of one connection: makes records of what is sent, and takes those apart that come. It never waits; the handshake goes
 * on with each read and each write.
 */
final class Tls {
    /** What browsers ask for first, and nothing else: servers that could choose would not all do the same work. */
    private static final String[] SUITES = {"TLS_AES_128_GCM_SHA256"};

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** Takes records on their way to the other side; they are ours again after the call. */
    interface Output {
        void put(ByteBuffer records) throws IOException;
    }

    /** Buffers that all connections of a thread share, each with room for several records. */
    record Buffers(ByteBuffer incoming, ByteBuffer outgoing) {}

    private final SSLEngine engine;
    private final Buffers buffers;
    private final Output output;

    /** The beginning of a record whose end has not come. */
    private byte[] rest = {};

    Tls(SSLEngine engine, Buffers buffers, Output output) {
        this.engine = engine;
        this.buffers = buffers;
        this.output = output;
    }

    /** Of somebody who trusts the certificate of the run, and resumes nothing: all clients are others. */
    static SSLEngine client() {
        SSLEngine engine = TestCertificate.trust().createSSLEngine();
        engine.setUseClientMode(true);
        engine.setEnabledCipherSuites(SUITES);
        return engine;
    }

    /** Sends all of it; before the handshake is done, only what is due of that, and {@code plain} stays for another call. */
    void write(ByteBuffer plain) throws IOException {
        ByteBuffer records = buffers.outgoing().clear();
        SSLEngineResult result;
        boolean more;
        do {
            result = engine.wrap(plain, records);
            if (result.getStatus() == Status.BUFFER_OVERFLOW) {
                output.put(records.flip());
                records.clear();
                more = true;
            } else {
                more = result.bytesProduced() > 0 && (plain.hasRemaining() || mustAnswer());
            }
        } while (more);
        output.put(records.flip());
    }

    /**
     * Adds to {@code plain} what has come, but takes no more bytes of the channel than these.
     *
     * @return negative if nothing more will come
     */
    int read(ReadableByteChannel channel, ByteBuffer plain, int most) throws IOException {
        ByteBuffer records = buffers.incoming().clear().put(rest);
        // No content is longer than its records, so there is room for it.
        records.limit(Math.min(Math.min(records.capacity(), plain.remaining()), rest.length + most));
        int before = plain.position();
        boolean ended = channel.read(records) < 0;
        records.flip();
        SSLEngineResult result;
        do {
            result = engine.unwrap(records, plain);
            if (result.getStatus() == Status.BUFFER_OVERFLOW) throw new SSLException("There is no room for a record.");
            answer();
        } while (result.getStatus() == Status.OK && records.hasRemaining());
        rest = new byte[records.remaining()];
        records.get(rest);
        int count = plain.position() - before;
        return count == 0 && (ended || engine.isInboundDone()) ? -1 : count;
    }

    /** Says that nothing more will be sent. */
    void close() throws IOException {
        engine.closeOutbound();
        write(NOTHING);
    }

    private void answer() throws IOException {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
        if (mustAnswer()) write(NOTHING);
    }

    private boolean mustAnswer() {
        return engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
    }
}
