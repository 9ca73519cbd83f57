package org.visavis.browser;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A process between two UDP ports that passes each datagram on later, or not at all. The order stays. */
final class DelayLine {
    private static final int MAX_DATAGRAM = 2_048;

    private DelayLine() {}

    /**
     * Until it is killed.
     *
     * @param arguments milliseconds of delay in each direction, percent of loss
     */
    @SuppressWarnings("FutureReturnValueIgnored")
    public static void main(String[] arguments) throws IOException {
        int delay = Integer.parseInt(arguments[0]);
        int loss = Integer.parseInt(arguments[1]);
        InetAddress loopback = InetAddress.getLoopbackAddress();
        DatagramSocket near = new DatagramSocket(7001, loopback);
        DatagramSocket far = new DatagramSocket(7002, loopback);
        new Thread(() -> pass(near, far, 7003, delay, loss)).start();
        pass(far, near, 7000, delay, loss);
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private static void pass(DatagramSocket from, DatagramSocket to, int port, int delay, int loss) {
        ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
        Random random = new Random(port); // the same packets in each run, as far as that depends on this
        InetAddress loopback = InetAddress.getLoopbackAddress();
        while (true) {
            byte[] buffer = new byte[MAX_DATAGRAM];
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                from.receive(packet);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            if (random.nextInt(100) >= loss) {
                DatagramPacket copy = new DatagramPacket(buffer, packet.getLength(), loopback, port);
                later.schedule(() -> send(to, copy), delay, TimeUnit.MILLISECONDS);
            }
        }
    }

    private static void send(DatagramSocket socket, DatagramPacket packet) {
        try {
            socket.send(packet);
        } catch (IOException e) {
            // lost, as packets may be
        }
    }
}
