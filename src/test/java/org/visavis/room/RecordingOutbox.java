package org.visavis.room;

import java.util.ArrayList;
import java.util.List;
import org.visavis.protocol.ErrorCode;

/** An outbox whose messages count as sent once flushed. */
final class RecordingOutbox implements Outbox {
    private final List<String> queued = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private ErrorCode closed;

    @Override
    public synchronized void enqueue(String text) {
        queued.add(text);
    }

    @Override
    public synchronized void flush() {
        sent.addAll(queued);
        queued.clear();
    }

    @Override
    public synchronized void end(ErrorCode reason) {
        closed = reason;
    }

    /** Why it was closed; null while it was not. */
    synchronized ErrorCode closed() {
        return closed;
    }

    synchronized List<String> sent() {
        return List.copyOf(sent);
    }

    synchronized String last() {
        return sent.get(sent.size() - 1);
    }
}
