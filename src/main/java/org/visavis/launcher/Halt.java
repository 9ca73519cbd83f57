package org.visavis.launcher;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends the process when any thread ends with an {@link Error}, for instance because memory has run out. Without that thread
 * the server would seem to run and not do its work. A supervisor can start a new one.
 */
final class Halt implements Thread.UncaughtExceptionHandler {
    /** The exit status that the JVM has with {@code -XX:+ExitOnOutOfMemoryError}. */
    static final int STATUS = 3;

    /** Made in advance, since there may be no memory for it later. */
    private static final byte[] OUT_OF_MEMORY =
            "Visavis has run out of memory and ends. Start it with more (-Xmx) if that happens again.\n"
                    .getBytes(US_ASCII);

    private final FileOutputStream errors = new FileOutputStream(FileDescriptor.err);

    /** Memory that is released when the heap is full, so that there is enough for the last line. */
    @SuppressWarnings("UnusedVariable") // only held and released
    private byte[] reserve = new byte[1024 * 1024];

    private Halt() {}

    /** Installs this for all threads. */
    static void onErrors() {
        Halt halt = new Halt();
        halt.write(new byte[0]); // loads the classes that a write needs
        Thread.setDefaultUncaughtExceptionHandler(halt);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (thrown instanceof Error error) {
            halt(error);
        } else { // one task has failed; pools start another thread
            Logger.getLogger("org.visavis").log(Level.SEVERE, "A thread has ended: " + thread.getName(), thrown);
        }
    }

    /** Writes a line and ends the process. Synchronized, since another thread could end the process before the line is out. */
    private synchronized void halt(Error error) {
        reserve = null;
        boolean told = false;
        while (true) {
            try {
                if (!told) {
                    write(error instanceof OutOfMemoryError ? OUT_OF_MEMORY : sentence(error));
                    told = true;
                }
                Runtime.getRuntime().halt(STATUS); // without shutdown hooks, which need memory and locks
            } catch (Error again) {
                // The first call takes a little memory. Trying again helps, since other threads end or wait and free
                // some.
            }
        }
    }

    private void write(byte[] line) {
        try {
            errors.write(line);
        } catch (IOException e) {
            // Nobody reads standard error.
        }
    }

    private static byte[] sentence(Throwable thrown) {
        return ("Visavis ends, as it cannot go on: " + thrown + "\n").getBytes(US_ASCII);
    }
}
