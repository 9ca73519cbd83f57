package org.visavis.operations.admin;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.json.stream.JsonGenerator;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.visavis.protocol.ErrorCode;
import org.visavis.room.RoomListener;

/**
 * The errors of the last hour: how many there were of each code, and the last ones. It never has what anybody said.
 *
 * <p>Thread-safe.
 */
public final class RecentErrors implements RoomListener, StatePart {
    /** How many of the last errors are kept: strangers may cause as many as they like. */
    static final int MOST = 100;

    private static final long MINUTE = 60_000;

    private static final int MINUTES = 60;

    /** What happened at that time, in milliseconds since 1970; room and address are null if unknown. */
    private record Incident(long time, String code, String room, String address) {}

    private final InstantSource time;

    @GuardedBy("this")
    private final Deque<Incident> last = new ArrayDeque<>();

    /** Counts by code, of each minute since 1970 in which there were any. There are only so many codes. */
    @GuardedBy("this")
    private final TreeMap<Long, Map<String, Long>> minutes = new TreeMap<>();

    /** @param time of the errors */
    public RecentErrors(InstantSource time) {
        this.time = time;
    }

    @Override
    public void failed(ErrorCode code, String address) {
        add(code.code(), null, address);
    }

    @Override
    public void evicted(ErrorCode code) {
        add(code.code(), null, null);
    }

    /** Of the other refusals {@link #failed} has told. */
    @Override
    public void refused(Refusal refusal) {
        if (refusal.code().equals(Refusal.ORIGIN)) {
            add(refusal.code(), refusal.room(), refusal.address());
        }
    }

    private synchronized void add(String code, String room, String address) {
        long now = time.millis();
        forget(now);
        minutes.computeIfAbsent(now / MINUTE, minute -> new TreeMap<>()).merge(code, 1L, Long::sum);
        if (last.size() == MOST) {
            last.removeLast();
        }
        last.addFirst(new Incident(now, code, room, address));
    }

    @GuardedBy("this")
    private void forget(long now) {
        minutes.headMap(now / MINUTE - MINUTES, true).clear();
        for (Iterator<Incident> oldest = last.descendingIterator();
                oldest.hasNext() && oldest.next().time() < now - MINUTES * MINUTE; ) {
            oldest.remove();
        }
    }

    @Override
    public synchronized void write(JsonGenerator json) {
        forget(time.millis());
        Map<String, Long> counts = new TreeMap<>();
        minutes.values().forEach(minute -> minute.forEach((code, count) -> counts.merge(code, count, Long::sum)));
        json.writeStartObject("errors").writeStartObject("counts");
        counts.forEach(json::write);
        json.writeEnd().writeStartArray("last");
        for (Incident incident : last) {
            json.writeStartObject().write("time", incident.time()).write("code", incident.code());
            if (incident.room() != null) {
                json.write("room", incident.room());
            }
            if (incident.address() != null) {
                json.write("address", incident.address());
            }
            json.writeEnd();
        }
        json.writeEnd().writeEnd();
    }
}
