package org.visavis.operations.admin;

import jakarta.json.stream.JsonGenerator;
import java.time.InstantSource;
import java.util.function.IntSupplier;

/** The server itself: versions, uptime, memory, connections. */
public final class ServerPart implements StatePart {
    /**
     * What is deployed where.
     *
     * @param version of Visavis
     * @param container as it calls itself
     */
    public record Deployed(String version, String container) {}

    private final Deployed deployed;
    private final InstantSource time;
    private final IntSupplier connections;
    private final int mostConnections;
    private final long started;

    /**
     * @param connections how many are open
     * @param mostConnections how many there may be
     */
    public ServerPart(Deployed deployed, InstantSource time, IntSupplier connections, int mostConnections) {
        this.deployed = deployed;
        this.time = time;
        this.connections = connections;
        this.mostConnections = mostConnections;
        started = time.millis();
    }

    @Override
    public void write(JsonGenerator json) {
        Runtime runtime = Runtime.getRuntime();
        json.write("now", time.millis());
        json.writeStartObject("server")
                .write("started", started)
                .write("version", deployed.version())
                .write("container", deployed.container())
                .write("java", Runtime.version() + ", " + System.getProperty("java.vendor"))
                .write(
                        "system",
                        String.join(
                                " ",
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch")))
                .write("memoryUsed", runtime.totalMemory() - runtime.freeMemory())
                .write("memoryMost", runtime.maxMemory())
                .write("connections", connections.getAsInt())
                .write("connectionsMost", mostConnections)
                .writeEnd();
    }
}
