package org.visavis.launcher;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The log on the console (standard error): a line a record, of Visavis from INFO, of Tomcat and everything else from
 * WARNING, and from there each kind of line once a minute and without a stack trace. Until the server has started all is held back, because Tomcat tells one wrong setting as three errors with
 * stack traces: if the start fails, {@link #firstError} says why in a sentence; if not, {@link #started} shows it.
 */
final class ConsoleLog extends Handler {

    /** Held, because java.util.logging forgets the level of a logger that nobody refers to. */
    private static final Logger VISAVIS = Logger.getLogger("org.visavis");

    private final boolean verbose;
    private final List<LogRecord> heldBack = new ArrayList<>();
    private final Repeats repeats = new Repeats();
    private boolean starting = true;

    private ConsoleLog(boolean verbose) {
        this.verbose = verbose;
        setFormatter(new LineFormatter());
    }

    /**
     * Takes the place of the JDK's own console log.
     *
     * @param verbose log each message of a client as well, and hold nothing back
     */
    static ConsoleLog install(boolean verbose) {
        ConsoleLog log = new ConsoleLog(verbose);
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.setLevel(Level.WARNING);
        root.addHandler(log);
        VISAVIS.setLevel(verbose ? Level.FINE : Level.INFO);
        return log;
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getThrown() instanceof OutOfMemoryError error) { // Tomcat logs it, and would go on
            Thread current = Thread.currentThread();
            current.getUncaughtExceptionHandler().uncaughtException(current, error);
        }
        show(record);
    }

    private synchronized void show(LogRecord record) {
        if (starting) {
            heldBack.add(record);
        }
        if (!starting || verbose) {
            print(record);
        }
    }

    /** What went wrong first on the way. */
    synchronized Optional<Throwable> firstError() {
        return heldBack.stream()
                .filter(ConsoleLog::isError)
                .map(LogRecord::getThrown)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The server runs: from now on the log is a log. */
    synchronized void started() {
        starting = false;
        if (!verbose) {
            heldBack.forEach(this::print);
        }
        heldBack.clear();
    }

    private void print(LogRecord record) {
        if (verbose || isOurs(record)) {
            System.err.print(getFormatter().format(record));
            return;
        }
        int leftOut = repeats.leftOutBefore(record);
        if (leftOut >= 0) {
            System.err.print(getFormatter().format(inOneLine(record, leftOut)));
        }
    }

    /** What is ours says what it means, and how often. */
    private static boolean isOurs(LogRecord record) {
        return record.getLoggerName() != null && record.getLoggerName().startsWith(VISAVIS.getName());
    }

    private LogRecord inOneLine(LogRecord record, int leftOut) {
        String message = getFormatter().formatMessage(record);
        if (record.getThrown() != null) {
            message += ": " + record.getThrown();
        }
        LogRecord line = new LogRecord(
                record.getLevel(),
                leftOut == 0 ? message : message + " (" + leftOut + " more since the last such line.)");
        line.setInstant(record.getInstant());
        return line;
    }

    private static boolean isError(LogRecord record) {
        return record.getLevel().intValue() >= Level.SEVERE.intValue();
    }

    @Override
    public void flush() {
        System.err.flush();
    }

    @Override
    public void close() {}

    /** Time, level if it is a warning or worse, message; below it the stack trace if there is one. */
    private static final class LineFormatter extends Formatter {

        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

        @Override
        public String format(LogRecord record) {
            StringBuilder line = new StringBuilder()
                    .append(TIME.format(LocalTime.ofInstant(record.getInstant(), ZoneId.systemDefault())))
                    .append(' ');
            if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                line.append(isError(record) ? "ERROR " : "WARNING ");
            }
            line.append(formatMessage(record)).append(System.lineSeparator());
            if (record.getThrown() != null) {
                StringWriter trace = new StringWriter();
                record.getThrown().printStackTrace(new PrintWriter(trace, true));
                line.append(trace);
            }
            return line.toString();
        }
    }
}
