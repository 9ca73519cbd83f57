package org.visavis.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.visavis.TestCertificate;

/** The load generator's TLS, whose other side is the same class as a server. Nothing of it needs a socket. */
class TlsTest {
    private static final int ALL = 1 << 20;

    private final Pipe toServer = new Pipe();
    private final Pipe toClient = new Pipe();
    private final Tls client = new Tls(Tls.client(), buffers(), toServer::put);
    private final Tls server = new Tls(serverEngine(), buffers(), toClient::put);
    private final ByteBuffer heard = ByteBuffer.allocate(ALL);

    /** One way: what has been put into it and not yet read. */
    private static final class Pipe implements ReadableByteChannel {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean ended;
        private int read;

        void put(ByteBuffer records) {
            byte[] more = new byte[records.remaining()];
            records.get(more);
            bytes.writeBytes(more);
        }

        boolean isEmpty() {
            return read == bytes.size();
        }

        @Override
        public int read(ByteBuffer target) {
            int count = Math.min(target.remaining(), bytes.size() - read);
            target.put(bytes.toByteArray(), read, count);
            read += count;
            return count == 0 && ended ? -1 : count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    @Test
    void sendsWhatWaitsForTheHandshakeOnceThatIsDone() throws IOException {
        ByteBuffer request = ByteBuffer.wrap(new byte[] {1, 2, 3});
        client.write(request);
        assertEquals(3, request.remaining());

        agree(request);

        assertEquals(3, heard.position());
        assertArrayEquals(new byte[] {1, 2, 3}, Arrays.copyOf(heard.array(), 3));
    }

    @Test
    void putsTogetherRecordsThatComeByteByByte() throws IOException {
        agree(ByteBuffer.allocate(0));
        byte[] sent = {4, 5, 6};
        server.write(ByteBuffer.wrap(sent));

        while (!toClient.isEmpty()) {
            assertTrue(client.read(toClient, heard, 1) >= 0);
        }

        assertArrayEquals(sent, Arrays.copyOf(heard.array(), heard.position()));
    }

    @Test
    void bringsMoreThanItsBuffersHold() throws IOException {
        agree(ByteBuffer.allocate(0));
        byte[] sent = new byte[ALL / 2];
        new Random(1).nextBytes(sent);
        server.write(ByteBuffer.wrap(sent));

        while (!toClient.isEmpty()) {
            assertTrue(client.read(toClient, heard, ALL) > 0);
        }

        assertArrayEquals(sent, Arrays.copyOf(heard.array(), heard.position()));
    }

    @Test
    void tellsTheEndOnlyWhenAllIsRead() throws IOException {
        agree(ByteBuffer.allocate(0));
        server.write(ByteBuffer.wrap(new byte[] {7}));
        server.close();

        assertEquals(1, client.read(toClient, heard, ALL));
        assertTrue(client.read(toClient, heard, ALL) < 0);
    }

    @Test
    void endsWithTheConnectionWhetherThatIsSaidOrNot() throws IOException {
        agree(ByteBuffer.allocate(0));
        assertEquals(0, client.read(toClient, heard, ALL));
        toClient.ended = true;
        assertTrue(client.read(toClient, heard, ALL) < 0);

        client.close();
        assertTrue(server.read(toServer, heard, ALL) < 0);
    }

    @Test
    void doesNotTakeForTlsWhatIsNot() throws IOException {
        client.write(ByteBuffer.allocate(0));
        toClient.put(ByteBuffer.wrap("HTTP/1.1 400 \r\n\r\n".getBytes(StandardCharsets.US_ASCII)));

        assertThrows(SSLException.class, () -> client.read(toClient, heard, ALL));
    }

    /** Until both have no more to say; what the server is asked for is heard. */
    private void agree(ByteBuffer request) throws IOException {
        if (toServer.isEmpty()) client.write(request);
        while (!toServer.isEmpty() || !toClient.isEmpty()) {
            assertTrue(server.read(toServer, heard, ALL) >= 0);
            assertEquals(0, client.read(toClient, heard, ALL));
            if (request.hasRemaining()) client.write(request);
        }
    }

    private static Tls.Buffers buffers() {
        return new Tls.Buffers(ByteBuffer.allocate(40_000), ByteBuffer.allocate(40_000));
    }

    private static SSLEngine serverEngine() {
        SSLEngine engine = TestCertificate.identity().createSSLEngine();
        engine.setUseClientMode(false);
        return engine;
    }
}
