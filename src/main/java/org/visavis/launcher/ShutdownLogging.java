package org.visavis.launcher;

import java.util.logging.LogManager;

/**
 * A log manager that still works while the JVM shuts down. The JDK's own resets itself in a shutdown hook while the server
 * stops in another one, so most lines about the stop would be lost.
 *
 * <p>Public, since the JDK looks it up by name.
 */
public final class ShutdownLogging extends LogManager {

    /** Does nothing. The JDK resets before it reads a configuration, which it does only once here, and at shutdown. */
    @Override
    public void reset() {}
}
