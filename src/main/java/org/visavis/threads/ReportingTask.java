package org.visavis.threads;

import org.visavis.log.OncePerMinute;

/**
 * A task whose failure is reported. An executor would keep it to itself, and never run a periodic task again.
 *
 * @param failures logs its exceptions
 */
public record ReportingTask(Runnable task, OncePerMinute failures) implements Runnable {

    @Override
    public void run() {
        try {
            task.run();
        } catch (RuntimeException e) {
            failures.log("A task has failed.", e);
        } catch (Error e) { // with `java -jar` the handler ends the process
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }
}
