package org.visavis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A line a contender, through medians with whiskers, over a number that grows by factors. */
final class LinePlot {
    private static final double HEIGHT = 300;
    private static final double LEFT = 80;
    private static final double RIGHT = 40;

    private final Svg svg;
    private final String label;
    private final String unit;
    private final boolean log;
    private final Map<String, String> colours;
    private double top;
    private Axis across;
    private Axis up;

    /** @param log whether the values grow by factors, too */
    LinePlot(String title, String label, String unit, boolean log, Map<String, String> colours) {
        svg = new Svg(title);
        this.label = label;
        this.unit = unit;
        this.log = log;
        this.colours = colours;
    }

    /** @param lines by contender, then by the number that goes across */
    String draw(Map<String, Map<Double, Spread>> lines) {
        TreeSet<Double> numbers = new TreeSet<>();
        TreeSet<Double> values = new TreeSet<>();
        lines.values()
                .forEach(line -> line.forEach((number, spread) -> {
                    numbers.add(number);
                    values.add(spread.min());
                    values.add(spread.max());
                }));
        across = Axis.between(numbers.first() / 1.3, numbers.last() * 1.3);
        up = log ? Axis.logarithmic(values.first(), values.last()) : Axis.linear(values.last());
        top = svg.legend(colours) + 20;
        grid(numbers);
        colours.forEach((contender, colour) -> line(new TreeMap<>(lines.get(contender)), colour));
        return svg.drawing(top + HEIGHT + 52);
    }

    private void grid(Set<Double> numbers) {
        svg.text(20, top - 10, "start", unit);
        for (double tick : up.ticks()) {
            svg.line(LEFT, y(tick), Svg.WIDTH - RIGHT, y(tick), Svg.GRID);
            svg.text(LEFT - 8, y(tick) + 4, "end", Table.round(tick));
        }
        for (double number : numbers) {
            svg.line(x(number), top, x(number), top + HEIGHT, Svg.GRID);
            svg.text(x(number), top + HEIGHT + 18, "middle", Table.round(number));
        }
        svg.text((LEFT + Svg.WIDTH - RIGHT) / 2, top + HEIGHT + 40, "middle", label);
    }

    private void line(SortedMap<Double, Spread> line, String colour) {
        List<double[]> points = new ArrayList<>();
        line.forEach((number, spread) -> points.add(new double[] {x(number), y(spread.median())}));
        svg.curve(points, colour);
        line.forEach((number, spread) -> {
            svg.whisker(x(number), y(spread.min()), x(number), y(spread.max()));
            svg.dot(x(number), y(spread.median()), colour);
        });
    }

    private double x(double number) {
        return LEFT + (Svg.WIDTH - LEFT - RIGHT) * across.position(number);
    }

    private double y(double value) {
        return top + HEIGHT * (1 - up.position(value));
    }
}
