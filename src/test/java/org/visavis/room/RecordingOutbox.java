package org.visavis.room;

import java.util.ArrayList;
import java.util.List;

/** An outbox whose messages count as sent once flushed. */
final class RecordingOutbox implements Outbox {
    private final List<String> queued = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();

    @Override
    public synchronized void enqueue(String text) {
        queued.add(text);
    }

    @Override
    public synchronized void flush() {
        sent.addAll(queued);
        queued.clear();
    }

    synchronized List<String> sent() {
        return List.copyOf(sent);
    }

    synchronized String last() {
        return sent.get(sent.size() - 1);
    }
}
