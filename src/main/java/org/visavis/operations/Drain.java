package org.visavis.operations;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The administrator's switch for a server that is about to go away: while it drains, load balancers see that it is not
 * ready, and it takes no newcomers. Those who are in a room stay, and may resume. A restart ends it.
 *
 * <p>Thread-safe.
 */
public final class Drain implements DrainMXBean {
    private static final Logger LOG = System.getLogger(Drain.class.getName());

    private final AtomicBoolean draining = new AtomicBoolean();

    @Override
    public boolean isDraining() {
        return draining.get();
    }

    @Override
    public void start() {
        if (draining.compareAndSet(false, true)) {
            LOG.log(Level.INFO, "Visavis drains: it is not ready, and takes no newcomers. Calls go on.");
        }
    }

    @Override
    public void end() {
        if (draining.compareAndSet(true, false)) {
            LOG.log(Level.INFO, "Visavis drains no more: it is ready, and takes newcomers.");
        }
    }

    /** Starts if it has not started, otherwise ends. */
    public void toggle() {
        if (isDraining()) {
            end();
        } else {
            start();
        }
    }
}
