package org.visavis.launcher;

import java.util.logging.LogManager;

/**
 * A log that still works while the JVM shuts down. The JDK's own resets itself in a shutdown hook, at the same time as
 * the server stops in another one: what is said about the stop would be lost more often than not.
 *
 * <p>Found by its name, by the JDK; hence public.
 */
public final class ShutdownLogging extends LogManager {

    /** Nothing: the JDK resets before it reads a configuration, which happens once here, and when it shuts down. */
    @Override
    public void reset() {}
}
