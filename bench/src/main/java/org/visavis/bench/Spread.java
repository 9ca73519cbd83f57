package org.visavis.bench;

import java.util.Arrays;
import java.util.List;

/** Values in order, and what tables and plots tell of them. There is at least one. */
final class Spread {
    private final double[] sorted;

    Spread(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("There is no spread of nothing.");
        }
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    Spread(List<Double> values) {
        this(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    int count() {
        return sorted.length;
    }

    double min() {
        return sorted[0];
    }

    double max() {
        return sorted[sorted.length - 1];
    }

    /** Of an even number of values the mean of the two in the middle. */
    double median() {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** The smallest value that at least this share of all does not exceed. */
    double quantile(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
