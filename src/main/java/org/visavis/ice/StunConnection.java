package org.visavis.ice;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Speaks to a STUN or TURN server over UDP, TCP or TLS, as its URL says. For one thread. */
abstract class StunConnection implements Closeable {
    /** How long to wait for an answer, in milliseconds. Over UDP the request is repeated at these times (RFC 8489, 6.2.1). */
    private static final int[] WAITS = {500, 1_000, 2_000};

    /** How long a connection over TCP, and an answer over it, may take, in milliseconds. */
    private static final int PATIENCE = 3_500;

    private static final int MAX_LENGTH = 65_535;

    private static final Pattern URL = Pattern.compile(
            "(stuns?|turns?):([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::(\\d{1,5}))?(\\?transport=tcp|\\?transport=udp)?");

    private static final int MAX_PORT = 65_535;
    private static final int PORT = 3_478;
    private static final int TLS_PORT = 5_349;

    /** @param url such as {@code turn:turn.example:3478?transport=tcp} */
    static StunConnection to(String url) throws IOException {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IOException("no such URL");
        }
        boolean secure = parts.group(1).endsWith("s");
        String host = parts.group(2);
        int port = parts.group(3) != null ? Integer.parseInt(parts.group(3)) : secure ? TLS_PORT : PORT;
        if (port > MAX_PORT) {
            throw new IOException("no such port");
        }
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new IOException("no such host");
        }
        if (secure) {
            return new Stream(encrypted(connected(address), host));
        }
        boolean isTcp = "?transport=tcp".equals(parts.group(4));
        return isTcp ? new Stream(connected(address)) : new Datagrams(address);
    }

    private static Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        socket.connect(address, PATIENCE);
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private static Socket encrypted(Socket socket, String host) throws IOException {
        SSLSocket secure = (SSLSocket)
                ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(socket, host, socket.getPort(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // otherwise any name would do
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    /**
     * Sends a request and waits for its answer.
     *
     * @throws IOException if there is none
     */
    abstract StunPacket ask(StunPacket request) throws IOException;

    /** Sends a request whose answer nobody needs. */
    abstract void tell(StunPacket request) throws IOException;

    private static final class Datagrams extends StunConnection {
        private final DatagramSocket socket = new DatagramSocket();

        Datagrams(InetSocketAddress address) throws IOException {
            socket.connect(address); // answers from elsewhere are dropped
        }

        @Override
        StunPacket ask(StunPacket request) throws IOException {
            for (int wait : WAITS) {
                tell(request);
                socket.setSoTimeout(wait);
                try {
                    return answer(request);
                } catch (SocketTimeoutException e) {
                    // once more
                }
            }
            throw new IOException("no answer");
        }

        private StunPacket answer(StunPacket request) throws IOException {
            DatagramPacket packet = new DatagramPacket(new byte[MAX_LENGTH], MAX_LENGTH);
            while (true) {
                socket.receive(packet);
                StunPacket answer = StunPacket.parse(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
                if (answer == null) {
                    throw new IOException("not STUN");
                }
                if (answer.answers(request)) {
                    return answer; // otherwise it is the answer to an earlier copy of another request
                }
            }
        }

        @Override
        void tell(StunPacket request) throws IOException {
            byte[] bytes = request.bytes(0);
            socket.send(new DatagramPacket(bytes, bytes.length));
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    private static final class Stream extends StunConnection {
        private final Socket socket;
        private final DataInputStream in;

        Stream(Socket socket) throws IOException {
            this.socket = socket;
            in = new DataInputStream(socket.getInputStream());
        }

        @Override
        StunPacket ask(StunPacket request) throws IOException {
            tell(request);
            byte[] header = new byte[StunPacket.HEADER_LENGTH];
            in.readFully(header);
            int length = ByteBuffer.wrap(header).getShort(2) & 0xFFFF;
            ByteBuffer message = ByteBuffer.allocate(header.length + length).put(header);
            in.readFully(message.array(), header.length, length);
            StunPacket answer = StunPacket.parse(message.rewind());
            if (answer == null || !answer.answers(request)) {
                throw new IOException("an answer to something else");
            }
            return answer;
        }

        @Override
        void tell(StunPacket request) throws IOException {
            socket.getOutputStream().write(request.bytes(0));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
