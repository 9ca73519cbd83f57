package org.visavis.operations;

/** What an administrator switches in a JMX client or in the container's console before the server goes away. */
public interface DrainMXBean {

    /** Whether the server is not ready and takes no newcomers. */
    boolean isDraining();

    /** Begins; does nothing if it has begun. Calls go on. */
    void start();

    /** Ends; does nothing if it has ended. */
    void end();
}
