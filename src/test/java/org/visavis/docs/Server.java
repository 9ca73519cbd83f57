package org.visavis.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A server as a process of its own, on loopback, ended when closed. */
final class Server implements AutoCloseable {
    /** How long it may take until it answers, in seconds; only a failing test waits so long. */
    private static final int PATIENCE = 60;

    private final Process process;
    private final Path log;

    /**
     * Starts it and waits until it accepts connections.
     *
     * @param folder its working directory
     */
    Server(ProcessBuilder command, Path folder, int port) throws IOException, InterruptedException {
        log = Files.createTempFile(folder, "server", ".log");
        process = command.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!accepts(port)) {
            boolean ended = process.waitFor(50, TimeUnit.MILLISECONDS);
            if (ended || System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException(command.command() + " does not serve: " + log());
            }
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** All that it wrote to its outputs. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }
}
