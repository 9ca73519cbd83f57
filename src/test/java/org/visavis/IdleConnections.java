package org.visavis;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What people cost who are in a room and say nothing: counted by the JVM of the server, not timed and not estimated. */
public final class IdleConnections {
    /** Before counting: by then the server has loaded its classes and filled its pools. */
    private static final int FIRST = 200;

    private static final int COUNTED = 400;

    /** What browsers send, or rather less: a short cookie of each of some applications in the same domain. */
    private static final String COOKIES = "session=0123456789abcdef0123456789abcdef; ".repeat(8);

    private static final List<String> BUFFERS = List.of("java.nio.HeapByteBuffer", "java.nio.HeapCharBuffer");

    /**
     * What the heap holds after a collection for one of them.
     *
     * @param bytes of objects of all kinds
     * @param buffers how many buffers
     * @param kinds what costs most, for whoever must find out why it is so much
     */
    public record Cost(long bytes, double buffers, String kinds) {}

    /** Objects of one class: how many, and how many bytes they have together. */
    private record Kind(long instances, long bytes) {}

    private IdleConnections() {}

    /**
     * Lets people join in rooms of two, and leave.
     *
     * @param base where the server's pages are
     * @param pid of its JVM
     */
    public static Cost count(URI base, long pid) {
        List<SignalingClient> clients = new ArrayList<>();
        try {
            join(base, clients, FIRST);
            Map<String, Kind> before = heap(pid);
            join(base, clients, COUNTED);
            Map<String, Kind> between = heap(pid);
            join(base, clients, COUNTED);
            Map<String, Kind> after = heap(pid);
            clients.forEach(SignalingClient::expectNothingElse); // they are all there still
            Cost first = difference(before, between);
            Cost second = difference(between, after);
            return first.bytes <= second.bytes ? first : second; // what the server takes once is in one of them
        } finally {
            clients.forEach(SignalingClient::close);
        }
    }

    /** What the heap of a JVM holds after a collection, in bytes. */
    public static long heapInUse(long pid) {
        return heap(pid).values().stream().mapToLong(Kind::bytes).sum();
    }

    private static void join(URI base, List<SignalingClient> clients, int count) {
        for (int i = 0; i < count; i += 2) {
            String room = UUID.randomUUID().toString();
            SignalingClient first = SignalingClient.withCookies(base, room, COOKIES);
            clients.add(first);
            first.join("Ada");
            SignalingClient second = SignalingClient.withCookies(base, room, COOKIES);
            clients.add(second);
            second.join("Grace");
            first.next("peer-joined");
        }
    }

    private static Cost difference(Map<String, Kind> before, Map<String, Kind> after) {
        Kind none = new Kind(0, 0);
        Map<String, Long> bytes = after.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        kind -> kind.getValue().bytes - before.getOrDefault(kind.getKey(), none).bytes));
        long buffers = BUFFERS.stream()
                .mapToLong(name -> after.getOrDefault(name, none).instances - before.getOrDefault(name, none).instances)
                .sum();
        String kinds = bytes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(12)
                .map(kind -> kind.getKey() + " " + kind.getValue() / COUNTED)
                .collect(Collectors.joining(", "));
        long sum = bytes.values().stream().mapToLong(Long::longValue).sum();
        return new Cost(sum / COUNTED, (double) buffers / COUNTED, kinds);
    }

    /** By class, and only what is still in use: the histogram is made after a full collection. */
    private static Map<String, Kind> heap(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            List<String> lines = process.inputReader().lines().toList();
            assertTrue(process.waitFor() == 0, () -> String.join("\n", lines));
            return lines.stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(words -> words.length >= 4 && words[0].matches("\\d+:"))
                    .collect(Collectors.toMap(
                            words -> words[3],
                            words -> new Kind(Long.parseLong(words[1]), Long.parseLong(words[2])),
                            (one, other) -> new Kind(one.instances + other.instances, one.bytes + other.bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
