package org.visavis.bench;

import java.io.IOException;
import java.util.List;

/** What runs a server, where it can tell of its garbage collection. */
interface VirtualMachine {

    /** How long everything stood still each time so far, in milliseconds; without what {@link #memory} caused. */
    List<Double> pauses() throws IOException;

    /** Collects all garbage first. */
    Memory memory(ServerProcess server) throws IOException, InterruptedException;
}
