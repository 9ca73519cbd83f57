package org.visavis.ice;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;

/**
 * Tells each browser the address that it is seen under: the Binding method of STUN over UDP (RFC 8489, section 14.2), and
 * nothing else of it. A browser that may not use the camera hides its own address behind a name that only its own subnet
 * resolves (mDNS); what it learns here reaches further.
 *
 * <p>Answers on a thread of its own until it is closed. Keeps nothing about anybody.
 */
public final class StunResponder implements AutoCloseable {
    private static final Logger LOG = System.getLogger(StunResponder.class.getName());

    private final DatagramChannel channel;
    private final Thread thread;

    /**
     * Answers from now on.
     *
     * @throws IOException if the port cannot be had
     */
    public StunResponder(InetSocketAddress address) throws IOException {
        channel = DatagramChannel.open();
        try {
            channel.bind(address);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        thread = new Thread(this::answerAll, "visavis-stun");
        thread.setDaemon(true);
        thread.start();
    }

    /** The port that it listens on, also where 0 was asked for. */
    public int port() {
        try {
            return ((InetSocketAddress) channel.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new IllegalStateException("It is closed.", e);
        }
    }

    private void answerAll() {
        ByteBuffer datagram = ByteBuffer.allocate(StunMessage.MAX_LENGTH);
        while (channel.isOpen()) {
            try {
                datagram.clear();
                InetSocketAddress client = (InetSocketAddress) channel.receive(datagram);
                ByteBuffer answer = StunMessage.answer(datagram.flip(), client);
                if (answer != null) {
                    channel.send(answer, client);
                }
            } catch (ClosedChannelException e) {
                return; // closed while it waited
            } catch (IOException | RuntimeException e) { // of one client: an unreachable address, a full buffer
                LOG.log(Level.DEBUG, "A STUN request was not answered.", e);
            } catch (Error e) { // this thread goes on, unless the process is to end for it, as with `java -jar`
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            thread.join();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The STUN port could not be closed in order.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
