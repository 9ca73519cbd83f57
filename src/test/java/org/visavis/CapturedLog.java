package org.visavis;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What one class logs while this is open; it is written nowhere else. */
public final class CapturedLog implements AutoCloseable {
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Logger log;
    private final Handler handler;

    public CapturedLog(Class<?> source) {
        this(source, line -> {});
    }

    /** @param listener is told each line, on the thread that logs it */
    public CapturedLog(Class<?> source, Consumer<LogRecord> listener) {
        log = Logger.getLogger(source.getName());
        handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                records.add(line);
                listener.accept(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(handler);
        log.setUseParentHandlers(false);
    }

    /** The lines so far, such as {@code INFO It has started.} */
    public List<String> lines() {
        return records.stream()
                .map(line -> line.getLevel() + " " + line.getMessage())
                .toList();
    }

    @Override
    public void close() {
        log.removeHandler(handler);
        log.setUseParentHandlers(true);
    }
}
