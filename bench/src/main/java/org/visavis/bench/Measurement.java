package org.visavis.bench;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What was seen of a server for some seconds.
 *
 * @param deliveries how many messages reached somebody
 * @param seconds how long it was looked at
 * @param serverCpu processor seconds of the server's process
 * @param generatorCpu processor seconds of the load generator's thread
 * @param latency in microseconds; empty in a closed loop
 * @param pauses of its garbage collector, in milliseconds
 */
record Measurement(
        long deliveries,
        double seconds,
        double serverCpu,
        double generatorCpu,
        Histogram latency,
        List<Double> pauses) {

    double rate() {
        return deliveries / seconds;
    }

    double microsPerMessage() {
        return serverCpu * 1e6 / deliveries;
    }

    double serverPercent() {
        return serverCpu / seconds * 100;
    }

    double generatorPercent() {
        return generatorCpu / seconds * 100;
    }

    double pauseSum() {
        return pauses.stream().mapToDouble(Double::doubleValue).sum();
    }

    double longestPause() {
        return pauses.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
