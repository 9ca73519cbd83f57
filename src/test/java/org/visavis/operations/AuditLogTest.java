package org.visavis.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.visavis.access.Identity;
import org.visavis.access.Role;
import org.visavis.room.LeaveReason;
import org.visavis.room.RoomListener.Refusal;
import org.visavis.room.RoomListener.Visit;

/** What the audit log writes, and what it does with more than it can write. */
class AuditLogTest {
    private static final Visit ADA = new Visit("daily", "a1", Identity.claimed("Ada"), "192.0.2.1");

    @TempDir
    Path around;

    private volatile Instant time = Instant.parse("2026-03-01T23:59:59Z");
    private final AtomicLong now = new AtomicLong();

    @Test
    void oneLineAnEvent() throws IOException {
        try (AuditLog log = open(now::get)) {
            log.joined(ADA, false);
            log.disconnected(ADA);
            log.resumed(ADA);
            log.left(ADA, LeaveReason.LEFT);
            Identity user = Identity.verified("grace", Role.MODERATOR);
            log.joined(new Visit("daily", "g2", user, null), true);
            log.refused(new Refusal("room-full", "daily", user, "192.0.2.2", "https://a.example"));
            log.refused(new Refusal(Refusal.ORIGIN, null, null, null, "x".repeat(300)));
            log.administered("room-closed", "daily", "margaret", "192.0.2.3");
            log.administered("drain-started", null, "margaret", null);
        }
        String visit =
                "\"room\":\"daily\",\"id\":\"a1\",\"name\":\"Ada\",\"verified\":false,\"role\":\"participant\",\"address\":\"192.0.2.1\"}";
        String at = "{\"time\":\"2026-03-01T23:59:59.000Z\",\"event\":";
        assertEquals(
                List.of(
                        at + "\"started\"}",
                        at + "\"joined\"," + visit,
                        at + "\"disconnected\"," + visit,
                        at + "\"resumed\"," + visit,
                        at + "\"left\",\"reason\":\"left\"," + visit,
                        at
                                + "\"joined\",\"room\":\"daily\",\"id\":\"g2\",\"name\":\"grace\",\"verified\":true,\"role\":\"moderator\"}",
                        at
                                + "\"refused\",\"code\":\"room-full\",\"room\":\"daily\",\"name\":\"grace\",\"verified\":true,"
                                + "\"address\":\"192.0.2.2\",\"origin\":\"https://a.example\"}",
                        at + "\"refused\",\"code\":\"origin\",\"origin\":\"" + "x".repeat(200) + "\"}",
                        at + "\"room-closed\",\"room\":\"daily\",\"by\":\"margaret\",\"address\":\"192.0.2.3\"}",
                        at + "\"drain-started\",\"by\":\"margaret\"}",
                        at + "\"stopped\"}"),
                lines());
    }

    @Test
    void nobodyForgesALine() throws IOException {
        try (AuditLog log = open(now::get)) {
            log.refused(new Refusal("origin", null, null, null, "x\n{\"event\":\"left\"}\r\u2028\u0085"));
        }
        assertEquals(3, lines().size());
        assertTrue(lines().get(1).contains("\"origin\":\"x\\n{\\\"event\\\":\\\"left\\\"}\\r"), lines().get(1));
    }

    @Test
    void anEntryIsInTheFileOfItsDay() throws IOException {
        try (AuditLog log = open(now::get)) {
            log.joined(ADA, false);
            time = time.plusSeconds(1);
            log.left(ADA, LeaveReason.LOST);
        }
        assertTrue(Files.readString(folder().resolve("audit-2026-03-01.jsonl")).contains("joined"));
        assertTrue(Files.readString(folder().resolve("audit-2026-03-02.jsonl")).contains("left"));
    }

    @Test
    void strangersWhoAreRefusedAgainAndAgainAreCounted() throws IOException {
        try (AuditLog log = open(now::get)) {
            for (int i = 0; i < AuditLog.MAX_REFUSALS + 1_000; i++) {
                log.refused(new Refusal("origin", null, null, null, null));
            }
            now.addAndGet(1_000);
            log.refused(new Refusal("room-full", null, null, null, null));
        }
        List<String> lines = lines();
        assertEquals(AuditLog.MAX_REFUSALS + 4, lines.size());
        assertTrue(lines.stream().anyMatch(line -> line.contains("room-full")));
        assertTrue(lines.get(lines.size() - 1).endsWith("\"event\":\"more-refused\",\"count\":1000}"), lines::toString);
    }

    @Test
    void aDiskThatHangsDelaysNobodyAndWhatIsDroppedIsCounted() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch reached = new CountDownLatch(1);
        AtomicBoolean first = new AtomicBoolean(true);
        LongSupplier clock = () -> {
            if (isLogThread() && first.getAndSet(false)) {
                reached.countDown();
                await(hangs);
            }
            return 0;
        };
        try (AuditLog log = open(clock)) {
            await(reached); // after the entry of the start
            for (int i = 0; i < AuditLog.MAX_WAITING + 7; i++) {
                log.joined(ADA, false);
            }
            hangs.countDown();
            until(() -> lines().size() == 1 + 1 + AuditLog.MAX_WAITING);
        }
        List<String> lines = lines();
        assertTrue(lines.get(1).endsWith("\"event\":\"dropped\",\"count\":7}"), lines.get(1));
        assertTrue(lines.get(lines.size() - 1).contains("stopped"));
    }

    @Test
    void whatAFullDiskDoesNotTakeIsCounted() throws Exception {
        Files.writeString(folder(), "a file where the folder should be");
        try (AuditLog log = open(now::get)) {
            log.joined(ADA, false);
            until(() -> log.dropped() == 2);
            Files.delete(folder());
            log.left(ADA, LeaveReason.LEFT);
        }
        assertTrue(lines().get(0).endsWith("\"event\":\"dropped\",\"count\":2}"), () -> lines().toString());
        assertTrue(lines().get(1).contains("\"event\":\"left\""));
    }

    @Test
    void aThreadThatDiesIsReplaced() throws Exception {
        AtomicBoolean dies = new AtomicBoolean(true);
        AtomicBoolean died = new AtomicBoolean();
        LongSupplier clock = () -> {
            if (isLogThread() && dies.getAndSet(false)) {
                Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> died.set(true));
                throw new OutOfMemoryError("planted");
            }
            return 0;
        };
        try (AuditLog log = open(clock)) {
            until(died::get);
            log.joined(ADA, false);
            until(() -> {
                log.check();
                return lines().stream().anyMatch(line -> line.contains("joined"));
            });
        }
        assertFalse(isLogThreadAlive());
    }

    private AuditLog open(LongSupplier clock) {
        return new AuditLog(folder(), 30, () -> time, clock);
    }

    private Path folder() {
        return around.resolve("audit");
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder())) {
            for (Path file : files.sorted().toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return lines;
    }

    private static boolean isLogThread() {
        return Thread.currentThread().getName().equals("visavis-audit");
    }

    private static boolean isLogThreadAlive() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("visavis-audit"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "in time");
            Thread.onSpinWait();
        }
    }
}
