package org.visavis.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that is measured, a process of its own on loopback; ended when closed, or when this JVM ends. Read from Linux'
 * /proc, since the operating system is the one witness that is the same for all.
 */
final class ServerProcess implements AutoCloseable {
    /** USER_HZ: part of the kernel's interface, the same on all computers of today. */
    private static final double TICKS_PER_SECOND = 100;

    /** Where /proc/PID/stat has the user's and the system's time, counted behind the name of the program. */
    private static final int USER_TIME = 11;

    private static final int SYSTEM_TIME = 12;
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Set<ProcessHandle> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> RUNNING.forEach(ProcessHandle::destroyForcibly), "end of servers"));
    }

    private final Process process;
    private final Launch launch;
    private final Output.Line ready;
    private Address address;

    private ServerProcess(Process process, Launch launch, Output.Line ready) {
        this.process = process;
        this.launch = launch;
        this.ready = ready;
        address = launch.address();
    }

    /** Starts it in this folder; it has a port when it is ready. */
    static ServerProcess begin(Path folder, Launch launch) throws IOException {
        Output.Line ready = launch.output().expect(launch.ready());
        Process process = launch.command()
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        RUNNING.add(process.toHandle());
        launch.output().drain(process);
        return new ServerProcess(process, launch, ready);
    }

    /** Waits until it can be connected to; ends it if that takes too long. */
    ServerProcess awaitReady() throws IOException, InterruptedException {
        try {
            address = address.at(Integer.parseInt(ready.await().group(1)));
            return this;
        } finally {
            if (port() == 0) close();
        }
    }

    int port() {
        return address.port();
    }

    /** Where clients find it. */
    Address address() {
        return address;
    }

    /** Of the server, and of what runs it. */
    String version() {
        return launch.version();
    }

    long pid() {
        return process.pid();
    }

    /** What all its threads have computed since it was started, in the kernel too. */
    double cpuSeconds() {
        String stat = read("stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) / TICKS_PER_SECOND;
    }

    long residentBytes() {
        Matcher resident = RESIDENT.matcher(read("status"));
        if (!resident.find()) throw new IllegalStateException("The server has ended: " + pid());
        return Long.parseLong(resident.group(1)) * 1024;
    }

    /** Of garbage collection so far, in milliseconds, in order; without the collections of {@link #memory}. */
    List<Double> pauses() {
        try {
            return launch.machine().pauses();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Collects all garbage first, so ask for it when nothing else is measured. */
    Memory memory() throws InterruptedException {
        try {
            return launch.machine().memory(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid()), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a power cut would: nothing that it would still say counts. Process itself would close the output under its reader. */
    @Override
    public void close() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
        RUNNING.remove(process.toHandle());
    }
}
