package org.visavis.launcher;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends the process when a thread of whatever kind has met an {@link Error}, such as memory that has run out: what that thread did
 * is not done any more, and a server that goes on without it only seems to live. A supervisor starts another.
 */
final class Halt implements Thread.UncaughtExceptionHandler {
    /** As the JVM has it with {@code -XX:+ExitOnOutOfMemoryError}. */
    static final int STATUS = 3;

    /** Made before it is needed: there may be no memory for it then. */
    private static final byte[] OUT_OF_MEMORY =
            "Visavis has run out of memory and ends. Start it with more (-Xmx) if that happens again.\n"
                    .getBytes(US_ASCII);

    private final FileOutputStream errors = new FileOutputStream(FileDescriptor.err);

    /** Given back when memory has run out, so that there is enough for the last line. */
    @SuppressWarnings("UnusedVariable") // it is there to be forgotten
    private byte[] reserve = new byte[1024 * 1024];

    private Halt() {}

    /** From now on, for all threads. */
    static void onErrors() {
        Halt halt = new Halt();
        halt.write(new byte[0]); // what that loads is loaded now
        Thread.setDefaultUncaughtExceptionHandler(halt);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (thrown instanceof Error error) {
            halt(error);
        } else { // of one task; pools start another thread
            Logger.getLogger("org.visavis").log(Level.SEVERE, "A thread has ended: " + thread.getName(), thrown);
        }
    }

    /** One thread at a time: another one would end the process before the line is out. */
    private synchronized void halt(Error error) {
        reserve = null;
        boolean told = false;
        while (true) {
            try {
                if (!told) {
                    write(error instanceof OutOfMemoryError ? OUT_OF_MEMORY : sentence(error));
                    told = true;
                }
                Runtime.getRuntime().halt(STATUS); // no hook: they need memory and locks
            } catch (Error again) {
                // Even this takes a little memory when it is done for the first time. There will be some: other threads
                // end, or wait.
            }
        }
    }

    private void write(byte[] line) {
        try {
            errors.write(line);
        } catch (IOException e) {
            // Nobody reads it.
        }
    }

    private static byte[] sentence(Throwable thrown) {
        return ("Visavis ends, as it cannot go on: " + thrown + "\n").getBytes(US_ASCII);
    }
}
