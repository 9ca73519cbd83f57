package org.visavis.operations;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.visavis.access.TokenBucket;
import org.visavis.log.OncePerMinute;
import org.visavis.room.LeaveReason;
import org.visavis.room.RoomListener;

/**
 * Writes down who joins, leaves and is refused, as docs/operations.md describes it; never what anybody says. Each event is
 * queued, and a thread of its own writes it: a slow disk delays nobody. What the queue or the disk cannot take is counted,
 * and the count is written as soon as possible.
 *
 * <p>Thread-safe.
 */
public final class AuditLog implements RoomListener, AutoCloseable {
    private static final Logger LOG = System.getLogger(AuditLog.class.getName());

    /** How many entries may wait: some hundred bytes each, a burst of everybody coming back after a restart. */
    static final int MAX_WAITING = 8_192;

    /** How many are written at once. */
    private static final int MAX_BATCH = 512;

    /** How many refusals are written in a burst: strangers cause them, and must not fill the disk. */
    static final int MAX_REFUSALS = 60;

    /** How many refusals per second are written in the long run. */
    private static final int REFUSALS_A_SECOND = 1;

    /** How often the other refusals are counted in the log, in milliseconds. */
    private static final long MINUTE = 60_000;

    /** How long the last entries may take when the application stops, in milliseconds. */
    private static final long MAX_CLOSING_TIME = 5_000;

    private final AuditFolder folder;
    private final InstantSource time;
    private final LongSupplier clock;
    private final BlockingQueue<AuditEntry> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final TokenBucket refusals;
    private final AtomicLong moreRefusals = new AtomicLong();
    private final OncePerMinute warning;

    private volatile boolean closing;
    private Thread thread;

    /** Only the log's thread uses these two. */
    private long refusalsCounted;

    private LocalDate cleaned = LocalDate.MIN;

    /**
     * Opens the log.
     *
     * @param folder of the log alone; made if it does not exist
     * @param days how many days before today are kept
     * @param time of the entries
     * @param clock milliseconds, never running backwards
     */
    public AuditLog(Path folder, int days, InstantSource time, LongSupplier clock) {
        this(new AuditFolder(folder, days, AuditFolder.Limits.USUAL), time, clock);
    }

    AuditLog(AuditFolder folder, InstantSource time, LongSupplier clock) {
        this.folder = folder;
        this.time = time;
        this.clock = clock;
        refusals = new TokenBucket(MAX_REFUSALS, REFUSALS_A_SECOND, clock);
        refusalsCounted = clock.getAsLong();
        warning = new OncePerMinute(LOG, Level.WARNING, clock);
        add(AuditEntry.of(time.instant(), "started"));
        start();
    }

    @Override
    public void joined(Visit visit, boolean wantedToResume) {
        add(AuditEntry.of(time.instant(), "joined", visit));
    }

    @Override
    public void disconnected(Visit visit) {
        add(AuditEntry.of(time.instant(), "disconnected", visit));
    }

    @Override
    public void resumed(Visit visit) {
        add(AuditEntry.of(time.instant(), "resumed", visit));
    }

    @Override
    public void left(Visit visit, LeaveReason reason) {
        add(AuditEntry.left(time.instant(), visit, reason));
    }

    @Override
    public void refused(Refusal refusal) {
        if (refusals.take(1)) {
            add(AuditEntry.refused(time.instant(), refusal));
        } else {
            moreRefusals.incrementAndGet();
        }
    }

    /**
     * An administrator has done something.
     *
     * @param event what, such as {@code room-closed}
     * @param room null if it is about none, or all
     * @param by the name of the administrator
     * @param address the network address that the request came from
     */
    public void administered(String event, String room, String by, String address) {
        add(AuditEntry.administered(time.instant(), event, room, by, address));
    }

    /** How many entries are missing from the log and not counted in it yet. */
    long dropped() {
        return dropped.get();
    }

    /** Starts the thread anew if it has died. Called once a second. */
    public synchronized void check() {
        if (!closing && !thread.isAlive()) {
            LOG.log(Level.WARNING, "The thread that writes the audit log has died; another takes its place.");
            start();
        }
    }

    /** Whether entries are written. */
    public synchronized boolean isAlive() {
        return thread.isAlive();
    }

    /** Writes what waits and ends the thread. Called when nobody comes or goes any more. */
    @Override
    public void close() {
        add(AuditEntry.of(time.instant(), "stopped")); // first, since the thread ends as soon as nothing waits
        Thread last;
        synchronized (this) {
            closing = true;
            last = thread;
        }
        try {
            last.join(MAX_CLOSING_TIME);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start() {
        thread = new Thread(this::run, "visavis-audit");
        thread.setDaemon(true);
        thread.start();
    }

    private void add(AuditEntry entry) {
        if (!waiting.offer(entry)) {
            dropped.incrementAndGet();
        }
    }

    private void run() {
        try (folder) {
            while (!closing || !waiting.isEmpty()) {
                writeNext();
            }
            countRefusals(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does that, but if somebody does, check() starts another thread
        } catch (IOException e) {
            warning.log("A file of the audit log could not be closed.", e);
        }
    }

    /** Waits a second for something to write. */
    private void writeNext() throws InterruptedException {
        List<AuditEntry> batch = new ArrayList<>();
        AuditEntry first = waiting.poll(1, TimeUnit.SECONDS);
        if (first != null) {
            batch.add(first);
            waiting.drainTo(batch, MAX_BATCH);
        }
        write(batch);
        countRefusals(false);
        deleteOld();
    }

    private void countRefusals(boolean now) {
        if (now || clock.getAsLong() - refusalsCounted >= MINUTE) {
            refusalsCounted = clock.getAsLong();
            long count = moreRefusals.getAndSet(0);
            if (count > 0) {
                write(List.of(AuditEntry.missing(time.instant(), "more-refused", count)));
            }
        }
    }

    private void write(List<AuditEntry> batch) {
        long missing = dropped.getAndSet(0);
        int written = 0;
        try {
            if (missing > 0) {
                AuditEntry entry = AuditEntry.missing(time.instant(), "dropped", missing);
                folder.append(entry.day(), entry.line());
                missing = 0;
            }
            while (written < batch.size()) {
                List<AuditEntry> sameDay = ofOneDay(batch.subList(written, batch.size()));
                StringBuilder lines = new StringBuilder();
                sameDay.forEach(entry -> lines.append(entry.line()));
                folder.append(sameDay.get(0).day(), lines.toString());
                written += sameDay.size();
            }
        } catch (IOException | RuntimeException e) {
            dropped.addAndGet(missing + batch.size() - written);
            warning.log("The audit log cannot be written (" + e + "); entries are missing from it.");
        }
    }

    /** The first entries, as many as are of the same day. */
    private static List<AuditEntry> ofOneDay(List<AuditEntry> entries) {
        LocalDate day = entries.get(0).day();
        int same = 1;
        while (same < entries.size() && entries.get(same).day().equals(day)) {
            same++;
        }
        return entries.subList(0, same);
    }

    /** Once a day, also if nobody comes. */
    private void deleteOld() {
        LocalDate today = AuditEntry.of(time.instant(), "today").day();
        if (today.equals(cleaned)) {
            return;
        }
        cleaned = today;
        try {
            folder.deleteOld(today);
        } catch (IOException | RuntimeException e) {
            warning.log("Old files of the audit log cannot be deleted (" + e + ").");
        }
    }
}
