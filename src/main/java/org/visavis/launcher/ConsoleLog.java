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
 * The log on the console (standard error), one line per record. It shows records of Visavis from INFO, and records of
 * Tomcat and everything else from WARNING. Of the latter it prints each kind once a minute and without a stack trace.
 *
 * <p>The log holds all records back until the server has started, because Tomcat reports one wrong setting as three errors
 * with stack traces. If the start fails, {@link #firstError} gives the reason. If it succeeds, {@link #started} prints
 * the records.
 */
final class ConsoleLog extends Handler {

    /** A strong reference: java.util.logging forgets the level of a logger that nobody refers to. */
    private static final Logger VISAVIS = Logger.getLogger("org.visavis");

    /** How records are written. */
    enum Format {
        /** For people. */
        TEXT,
        /** For programs: one object a line. */
        JSON
    }

    private final boolean verbose;
    private final List<LogRecord> heldBack = new ArrayList<>();
    private final Repeats repeats = new Repeats();
    private boolean starting = true;

    private ConsoleLog(boolean verbose, Formatter formatter) {
        this.verbose = verbose;
        setFormatter(formatter);
    }

    /**
     * Replaces the JDK's own console log.
     *
     * @param verbose whether to log each message of a client as well, and to hold nothing back
     * @param format of what it prints
     */
    static ConsoleLog install(boolean verbose, Format format) {
        ConsoleLog log = new ConsoleLog(verbose, format == Format.JSON ? new JsonFormatter() : new LineFormatter());
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
        if (record.getThrown() instanceof OutOfMemoryError error) { // Tomcat only logs it and goes on
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

    /** The first error that was logged during the start. */
    synchronized Optional<Throwable> firstError() {
        return heldBack.stream()
                .filter(ConsoleLog::isError)
                .map(LogRecord::getThrown)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Prints what was held back. From now on each record is printed at once. */
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

    /** Whether Visavis wrote the record. Such records are clear by themselves and limit their own rate. */
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
        line.setLoggerName(record.getLoggerName());
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

    /** Writes time, level (of warnings and errors only) and message, and below them the stack trace if there is one. */
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
