package org.visavis.ice;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;

/**
 * A STUN server that tells each browser its own address as seen from here: the Binding method over UDP (RFC 8489, section
 * 14.2) and nothing else of STUN. A browser that may not use the camera hides its address behind an mDNS name, which only
 * its own subnet resolves. The address that it learns here can be reached from other subnets.
 *
 * <p>It answers on a thread of its own until it is closed, and stores nothing about its clients.
 */
public final class StunResponder implements AutoCloseable {
    private static final Logger LOG = System.getLogger(StunResponder.class.getName());

    private final DatagramChannel channel;
    private final Thread thread;

    /**
     * Starts answering.
     *
     * @throws IOException if it cannot bind the port
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

    /** The address and the port that it listens on, also if port 0 was requested. */
    public InetSocketAddress address() {
        try {
            return (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException e) {
            throw new IllegalStateException("It is closed.", e);
        }
    }

    /** Whether it still answers. */
    public boolean isAlive() {
        return thread.isAlive();
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
                return; // closed while waiting
            } catch (IOException | RuntimeException e) { // concerns one client: an unreachable address, a full buffer
                LOG.log(Level.DEBUG, "A STUN request was not answered.", e);
            } catch (Error e) { // the handler ends the process with `java -jar`; elsewhere this thread goes on
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
