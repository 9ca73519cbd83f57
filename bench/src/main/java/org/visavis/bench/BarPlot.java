package org.visavis.bench;

import java.util.Map;

/** Bars that lie, since the names of setups are long: a group a setup, a bar a contender, from median to whiskers. */
final class BarPlot {
    private static final double BAR = 14;
    private static final double GAP = 12;
    private static final double RIGHT = 70; // for the number behind the longest bar

    private final Svg svg;
    private final String unit;
    private final Map<String, String> colours;

    BarPlot(String title, String unit, Map<String, String> colours) {
        svg = new Svg(title);
        this.unit = unit;
        this.colours = colours;
    }

    /** @param groups by setup, then by contender */
    String draw(Map<String, Map<String, Spread>> groups) {
        double left =
                20 + groups.keySet().stream().mapToDouble(Svg::widthOf).max().orElseThrow();
        double max = groups.values().stream()
                .flatMap(group -> group.values().stream())
                .mapToDouble(Spread::max)
                .max()
                .orElseThrow();
        Axis axis = Axis.linear(max);
        double width = Svg.WIDTH - left - RIGHT;
        double top = svg.legend(colours);
        double bottom = top + GAP / 2;
        for (Map<String, Spread> group : groups.values()) {
            bottom += group.size() * BAR + GAP;
        }
        for (double tick : axis.ticks()) {
            double x = left + width * axis.position(tick);
            svg.line(x, top, x, bottom, Svg.GRID);
            svg.text(x, bottom + 16, "middle", Table.round(tick));
        }
        svg.text(left + width / 2, bottom + 36, "middle", unit);
        bars(groups, axis, left, width, top + GAP / 2);
        return svg.drawing(bottom + 48);
    }

    private void bars(Map<String, Map<String, Spread>> groups, Axis axis, double left, double width, double top) {
        double y = top;
        for (Map.Entry<String, Map<String, Spread>> group : groups.entrySet()) {
            double middle = y + group.getValue().size() * BAR / 2;
            svg.text(left - 8, middle + 4, "end", group.getKey());
            for (String contender : colours.keySet()) {
                Spread spread = group.getValue().get(contender);
                if (spread != null) {
                    double length = width * axis.position(spread.median());
                    double from = left + width * axis.position(spread.min());
                    double to = left + width * axis.position(spread.max());
                    svg.rectangle(left, y, length, BAR - 1, colours.get(contender));
                    svg.whisker(from, y + BAR / 2, to, y + BAR / 2);
                    svg.text(to + 8, y + 11, "start", Table.number(spread.median()));
                    y += BAR;
                }
            }
            y += GAP;
        }
    }
}
