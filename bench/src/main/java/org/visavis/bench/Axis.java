package org.visavis.bench;

import java.util.ArrayList;
import java.util.List;

/** Where values are between the ends of an axis, and where its ticks are: at ones, twos and fives of powers of ten. */
final class Axis {
    private static final int TICKS = 6;

    private final boolean log;
    private final double low;
    private final double high;
    private final List<Double> ticks = new ArrayList<>();

    private Axis(boolean log, double low, double high) {
        this.log = log;
        this.low = low;
        this.high = high;
    }

    /** From nothing, as bars must be to compare. */
    static Axis linear(double max) {
        double step = stepAbove(Math.max(max, 1e-9) / TICKS);
        Axis axis = new Axis(false, 0, step * Math.max(1, Math.ceil(max / step)));
        for (int i = 0; i * step <= axis.high * 1.0001; i++) {
            axis.ticks.add(i * step);
        }
        return axis;
    }

    /** @param min greater than 0 */
    static Axis logarithmic(double min, double max) {
        Axis axis = new Axis(true, stepBelow(min), stepAbove(max * 1.0001));
        boolean wide = axis.high / axis.low > 1000;
        for (double tick = axis.low; tick <= axis.high * 1.0001; tick = stepAbove(tick * 1.0001)) {
            if (!wide || isPowerOfTen(tick)) {
                axis.ticks.add(tick);
            }
        }
        return axis;
    }

    /** Exactly between these, without ticks. */
    static Axis between(double low, double high) {
        return new Axis(true, low, high);
    }

    List<Double> ticks() {
        return ticks;
    }

    /** From 0 at the low end to 1 at the high one. */
    double position(double value) {
        return log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }

    private static double stepAbove(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double digit = value / power;
        return digit <= 1 ? power : digit <= 2 ? 2 * power : digit <= 5 ? 5 * power : 10 * power;
    }

    private static double stepBelow(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double digit = value / power;
        return digit >= 5 ? 5 * power : digit >= 2 ? 2 * power : power;
    }

    private static boolean isPowerOfTen(double value) {
        double exponent = Math.log10(value);
        return Math.abs(exponent - Math.rint(exponent)) < 1e-6;
    }
}
