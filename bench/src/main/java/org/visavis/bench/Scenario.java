package org.visavis.bench;

import java.io.IOException;

/** One question that the benchmark asks the servers. */
interface Scenario {
    /** Asks all servers in turns, as many rounds as the bench is told. */
    void run(Bench bench) throws IOException, InterruptedException, MissingContender;
}
